/** Checks of the layout: no separator at a line's end, no button too small, rows of equal height. */

/** The tolerance for rectangles in pixels, since browsers round. */
const TOLERANCE = 0.5;
/** The least size of a target in pixels (WCAG 2.5.8). */
const SMALLEST_TARGET = 24;
const DOT = '·';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line for each visible separator dot at the beginning or end of a line. */
export function hangingDots(): readonly string[] {
  return inPictures((host) =>
    elementsOf(host).flatMap((element) => {
      const dots = [...pseudoDots(element), ...textDots(element)];
      return dots.some((dot) => isHanging(dot, element)) ? [wordsOf(element.parentElement)] : [];
    }),
  );
}

/** A line for each button that is smaller than the least target size. */
export function smallTargets(): readonly string[] {
  return inPictures((host) =>
    elementsOf(host)
      .filter((element) => element.matches('button, summary, input, select, textarea'))
      // A button in a sentence is as high as its line.
      .filter(
        (element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline',
      )
      .filter((element) => {
        const {width, height} = element.getBoundingClientRect();
        return Math.min(width, height) < SMALLEST_TARGET - TOLERANCE;
      })
      .map(({outerHTML}) => outerHTML.slice(0, 120)),
  );
}

/** A line for each list of phones and mails, and each line of marks, whose parts differ in height. */
export function unevenRows(): readonly string[] {
  return inPictures((host) =>
    elementsOf(host)
      .filter((element) => element.matches('.contacts, .line'))
      .filter((list) => {
        const rows = [...list.children].filter((row) => row.matches('li, .chip') && isOneLine(row));
        const heights = rows.map((row) => row.getBoundingClientRect().height);
        return Math.max(...heights) - Math.min(...heights) > TOLERANCE;
      })
      .map(wordsOf),
  );
}

/** The WCAG contrast of each part of a skeleton, at its highest and at its lowest. */
export function skeletonContrasts(): readonly number[] {
  return pictures().flatMap((host) =>
    elementsOf(host)
      .filter((element) => element.matches('.skeleton i'))
      .flatMap((bar) => {
        const card = bar.closest('.card');
        if (card === null) return [];
        const surface = colorOf(getComputedStyle(card).backgroundColor);
        const color = colorOf(getComputedStyle(bar).backgroundColor);
        return [1, faintest(bar)].map((opacity) =>
          contrast(mixed(color, surface, opacity), surface),
        );
      }),
  );
}

/** The contrast between a button's background and that of the element. */
export function targetContrast(button: Element): number {
  const card = button.closest('.card');
  const [target, surface] = [button, card ?? button].map((element) =>
    colorOf(getComputedStyle(element).backgroundColor),
  );
  return target === undefined || surface === undefined || target[3] === 0
    ? 1
    : contrast(target, surface);
}

/** A pseudo-element of the style sheet. */
function pseudoDots(element: Element): readonly Box[] {
  const lines = [...element.getClientRects()];
  const isRightToLeft = getComputedStyle(element).direction === 'rtl';
  return (['::before', '::after'] as const).flatMap((name) => {
    const {content, fontSize} = getComputedStyle(element, name);
    const line = name === '::before' ? lines[0] : lines.at(-1);
    if (!content.includes(DOT) || line === undefined) return [];
    const width = parseFloat(fontSize) * 0.9;
    const bottom = name === '::before' ? line.top + parseFloat(fontSize) : line.bottom;
    const isAtLeft = (name === '::before') !== isRightToLeft;
    const left = isAtLeft ? line.left : line.right - width;
    return [{left, right: left + width, top: bottom - parseFloat(fontSize), bottom}];
  });
}

function textDots(element: Element): readonly Box[] {
  return [...element.childNodes].flatMap((node) => {
    const index = node instanceof Text ? node.data.indexOf(DOT) : -1;
    if (index === -1) return [];
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return [range.getBoundingClientRect()];
  });
}

function isHanging(dot: Box, element: Element): boolean {
  const container = element.parentElement;
  if (container === null || isClipped(dot, container)) return false;
  const range = document.createRange();
  range.selectNodeContents(container);
  const middle = (dot.left + dot.right) / 2;
  const height = (dot.top + dot.bottom) / 2;
  const beside = [...range.getClientRects()].filter(
    ({top, bottom, width}) => width > 1 && top < height && height < bottom,
  );
  return (
    !beside.some(({right}) => right <= middle + TOLERANCE) ||
    !beside.some(
      ({left, right}) => left >= middle - TOLERANCE || right > middle + dot.right - dot.left,
    )
  );
}

function isClipped({left, right}: Box, container: Element): boolean {
  const {clipPath} = getComputedStyle(container);
  const sides = /^inset\((.*)\)$/.exec(clipPath)?.[1]?.split(' ').map(parseFloat);
  if (sides === undefined) return false;
  const box = container.getBoundingClientRect();
  const [top = 0, end = top, , start = end] = sides;
  return right <= box.left + start + TOLERANCE || left >= box.right - end - TOLERANCE;
}

/** Whether all its parts are in one line. */
function isOneLine(row: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(row);
  const boxes = [...range.getClientRects()].filter(({width}) => width > 1);
  return boxes.every(({top}) => boxes.every(({bottom}) => top < bottom));
}

/** The lowest opacity of the animation. */
function faintest(element: Element): number {
  const frames = element
    .getAnimations()
    .flatMap(({effect}) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []));
  const opacities = frames.map(({opacity}) => Number(opacity ?? 1));
  return Math.min(1, ...opacities);
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** A colour in any notation. */
function colorOf(color: string): Color {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (canvas === null) throw new Error('This browser draws nothing.');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

function mixed(over: Color, under: Color, opacity: number): Color {
  const part = (index: 0 | 1 | 2): number => over[index] * opacity + under[index] * (1 - opacity);
  return [part(0), part(1), part(2), 255];
}

function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function inPictures(find: (host: HTMLElement) => readonly string[]): readonly string[] {
  return pictures().flatMap((host) =>
    find(host).map((found) => `${host.dataset['picture'] ?? ''}: ${found}`),
  );
}

function elementsOf(host: HTMLElement): readonly Element[] {
  return [...(host.shadowRoot?.querySelectorAll('.card *') ?? [])];
}

function wordsOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
}

function pictures(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-picture]')];
}
