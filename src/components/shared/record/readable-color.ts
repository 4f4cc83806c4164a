/** A readable text colour on a background that the portal's administrator chose. */

/** The minimum contrast of normal text (WCAG 2, level AA). */
const LEAST_CONTRAST = 4.5;

const DARK = '#333333';

/** Dark grey, white or black: the first with enough contrast. @param background - `#rrggbb` */
export function readableOn(background: string): string {
  const readable = [DARK, '#ffffff'].find((color) => contrast(color, background) >= LEAST_CONTRAST);
  return readable ?? '#000000';
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
