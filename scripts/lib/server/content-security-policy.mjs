/** The strictest content security policy that the kit runs under: of the tests, and of SECURITY.md. */

/**
 * @param {string} portal the portal's origin
 * @param {readonly string[]} policies the names of Trusted Types policies that the page's own scripts make
 * @returns {string} the value of the header `Content-Security-Policy`
 */
export function contentSecurityPolicy(portal, policies = []) {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src ${portal}`,
    `frame-ancestors ${portal}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    ['trusted-types call-card-kit', ...policies].join(' '),
  ].join('; ');
}
