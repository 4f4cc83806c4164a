/** Formats addresses of the web, files and multifields. */
import {asObject, asText} from '../../model/parse/reading.js';
import {readMultifields} from '../../model/crm/multifield.js';
import {NOTHING, textDisplay, type FieldDisplay} from './field-display.js';
import type {Formatter} from './format-context.js';

export const formatUrl: Formatter = (value) => linkDisplay(asText(value)?.trim() ?? '');

/**
 * A file has an address for the user, and one for machines that carries the token: of that nothing
 * is read. A bare number (`photo`, `logo`) opens nothing.
 */
export const formatFile: Formatter = (value) => {
  const file = asObject(value);
  const id = asText(file?.['id']) ?? '';
  if (id === '') return NOTHING;
  const href = webAddress(asText(file?.['url']) ?? '');
  return {kind: 'file', id, href: href !== null && !carriesToken(href) ? href : null};
};

/** Phones and e-mails are shown apart from the other fields; here are all kinds. */
export const formatMultifield: Formatter = (value) => {
  const [field] = readMultifields([value]);
  switch (field?.kind) {
    case 'PHONE':
      return {kind: 'phone', number: field.value};
    case 'EMAIL':
      return {kind: 'email', address: field.value};
    case 'IM':
      // The id of an open line's chat.
      return field.value.startsWith('imol|') ? NOTHING : textDisplay(field.value);
    case 'WEB':
    case 'LINK':
      return linkDisplay(field.value);
    case undefined:
      return NOTHING;
  }
};

function linkDisplay(text: string): FieldDisplay {
  const href = webAddress(text);
  return href === null ? textDisplay(text) : {kind: 'link', href, text};
}

/** The address when it is one of the web: `javascript:` and its like are only texts. */
function webAddress(text: string): string | null {
  const domain = /^[^\s/:?#@]+\.[^\s/:?#@]+(?:[/?#:]|$)/.test(text);
  try {
    const url = new URL(domain ? `https://${text}` : text);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    // Not an address: the text itself is shown.
    return null;
  }
}

function carriesToken(href: string): boolean {
  return /auth=/i.test(href) || new URL(href).searchParams.has('auth');
}
