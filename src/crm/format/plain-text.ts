/** Reduces texts of the CRM to plain ones: they come as BBCode, as HTML, or as both. */
import {unescapeHtml} from '../../model/parse/html-entities.js';

const LINE_TAGS = 'p|div|br|ul|ol|li|list|tr|table|quote|blockquote|code|pre|h[1-6]|hr';
const INLINE_TAGS =
  'b|i|u|s|strong|em|del|a|span|font|size|color|img|url|user|td|th|tbody|thead|left|center|right|justify|video|disk|sub|sup|small|big';

// Only the tags that the portal's editors make: "[urgent]" and "a < b" are the writer's own words.
// One that is never closed hides the rest, as in a browser; else a flood of them takes ages.
const HIDDEN = /<(script|style)\b[^<>]*>[^]*?(?:<\/\1>|$)|<!--[^]*?(?:-->|$)/gi;
const ADDRESS = /\[url=["']?(https?:[^\][\s"']+)["']?\]([^[\]]*)\[\/url\]/gi;
const LINE = tags(LINE_TAGS);
const INLINE = tags(INLINE_TAGS);
/** Without any of these a text is plain already, as most are. */
const MARKUP = /[<[&\n\r]/;

/** The text with its line breaks; nothing of its markup is left. */
export function plainText(source: string): string {
  if (!MARKUP.test(source)) return source.trim();
  const text = source
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, '')
    .replace(ADDRESS, (_, href: string, name: string) => named(href, name))
    .replace(/\[\*\]|<li\b[^<>]*>/gi, '\n• ')
    .replace(LINE, '\n')
    .replace(INLINE, '');
  // Not by an expression for blanks before a break: on a flood of blanks that takes ages.
  const lines = unescapeHtml(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .split('\n');
  return lines
    .filter((line, index) => line !== '' || !isBesideEntry(lines, index))
    .join('\n')
    .trim();
}

/** A list stands close: its tags and the breaks between them make blank lines in and around it. */
function isBesideEntry(lines: readonly string[], index: number): boolean {
  return [lines[index - 1], lines[index + 1]].some((line) => line?.startsWith('• ') === true);
}

function named(href: string, name: string): string {
  const words = name.trim();
  return words === '' || words === href ? href : `${words} (${href})`;
}

/** Opening and closing ones in both spellings. Without `=` they have no attributes: "a<b or b>c". */
function tags(names: string): RegExp {
  const square = `\\[/?(?:${names})(?:=[^\\[\\]]*| [^\\[\\]=]*=[^\\[\\]]*)?\\]`;
  const angle = `</?(?:${names})(?:\\s[^<>=]*=[^<>]*|\\s*/?)>`;
  return new RegExp(`${square}|${angle}`, 'gi');
}
