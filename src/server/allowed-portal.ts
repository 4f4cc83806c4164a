/** Which portals an app's server talks to: anybody can post the name of any host. */

/**
 * Whether a host is one of the portals that the app serves. Check it before a request goes there: whoever posts a
 * `DOMAIN` chooses the host that gets the token, or a machine inside of the server's own network.
 *
 * ```js
 * isAllowedPortal(domain, ['crm.example.com', '*.bitrix24.de']);
 * ```
 *
 * @param domain - the host that was posted, with its port if it has one
 * @param allowed - hosts; `*.bitrix24.de` stands for all portals with one name before `.bitrix24.de`
 */
export function isAllowedPortal(domain: unknown, allowed: Iterable<string>): boolean {
  const host = typeof domain === 'string' ? hostOf(domain) : undefined;
  if (host === undefined) return false;
  for (const each of allowed) {
    if (each.startsWith('*.') ? isOneNameBefore(host, each.slice(1)) : host === hostOf(each))
      return true;
  }
  return false;
}

/** A host as browsers write it, without the port of https. `undefined` for what is more or less than a host. */
export function hostOf(text: string): string | undefined {
  if (!/^[^\s/\\?#@%|]{1,253}$/.test(text)) return undefined;
  try {
    const {host} = new URL(`https://${text}`);
    return /^[\w.:[\]-]+$/.test(host) ? host : undefined;
  } catch {
    // Not a host.
    return undefined;
  }
}

/** `*.com` would allow everybody, so the part behind the star has at least two names. */
function isOneNameBefore(host: string, ending: string): boolean {
  return (
    /^\.[^.]+\../.test(ending) &&
    host.endsWith(ending.toLowerCase()) &&
    /^[^.]+$/.test(host.slice(0, -ending.length))
  );
}
