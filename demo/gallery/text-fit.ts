/** Checks whether all texts on the page can be read, at any size. */

/** The tolerance for rectangles in pixels, since browsers round. */
const TOLERANCE = 1.5;

/** Texts that are cut on purpose; the tab's panel, or a button below, shows them whole. */
const CUT = '.visually-hidden, [role="tab"] > *, .cut';

/** Rows that scroll sideways on purpose: tabs, which follow the focus. */
const SCROLLED = '[role="tablist"]';

/** The text spacing of WCAG 1.4.12. */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** Lays out also the pictures far below the viewport. */
const LAID_OUT = 'dl > * { content-visibility: visible !important; }';

interface Words {
  readonly element: Element;
  readonly boxes: readonly DOMRect[];
}

/** How the pictures are read: their width, the size of letters and the text spacing. */
export interface Reading {
  readonly width: number;
  /** The size of letters, as a factor. */
  readonly letters?: number;
  readonly spaced?: boolean;
}

/** Changes how all pictures on the page are read. */
export function readAs({width, letters = 1, spaced = false}: Reading): void {
  document.documentElement.style.fontSize = `${letters * 100}%`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(spaced ? LAID_OUT + SPACING : LAID_OUT);
  document.adoptedStyleSheets = [sheet];
  for (const host of pictures()) {
    const stage = host.closest<HTMLElement>('.gallery-stage');
    if (stage !== null) stage.style.inlineSize = `${width}px`;
    const root = host.shadowRoot;
    if (root === null) continue;
    const own = root.adoptedStyleSheets.filter((each) => each !== spacingOf.get(root));
    spacingOf.set(root, sheet);
    root.adoptedStyleSheets = [...own, sheet];
  }
}

const spacingOf = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** A line for each text that overflows, is cut off, covers another one or needs sideways scrolling. */
export function misfits(): readonly string[] {
  const page = document.scrollingElement;
  const scrolls = page !== null && page.scrollWidth > page.clientWidth + TOLERANCE;
  return [
    ...(scrolls ? [`The page is ${page.scrollWidth} pixels wide.`] : []),
    ...pictures().flatMap((host) => {
      const name = host.dataset['picture'] ?? '';
      return problemsIn(host).map(([problem, {textContent}]) => {
        return `${name}: ${problem}: ${textContent.replace(/\s+/g, ' ').trim().slice(0, 80)}`;
      });
    }),
  ];
}

/** The least distance of a text from the edge of its button, in pixels. */
const LEAST_PADDING = 4;

/** A line for each button whose text touches its edge, or that is not as high as its row. */
export function unevenButtons(): readonly string[] {
  return pictures().flatMap((host) => {
    const buttons = [...(host.shadowRoot?.querySelectorAll('.row > button') ?? [])];
    const name = host.dataset['picture'] ?? '';
    return buttons.flatMap((button) => {
      const label = `${name}: ${button.textContent.trim()}`;
      const {left, right, top, height} = button.getBoundingClientRect();
      const isTight = wordsOf(button).boxes.some(
        (box) => box.left < left + LEAST_PADDING || box.right > right - LEAST_PADDING,
      );
      const isUneven = buttons
        .map((other) => other.getBoundingClientRect())
        .some((other) => other.top === top && Math.abs(other.height - height) > TOLERANCE);
      return [
        ...(isTight ? [`${label}: at the edge`] : []),
        ...(isUneven ? [`${label}: another height`] : []),
      ];
    });
  });
}

function problemsIn(host: HTMLElement): readonly (readonly [string, Element])[] {
  const inside = [...(host.shadowRoot?.querySelectorAll('.card *') ?? [])];
  const readable = inside.filter(
    (element) => element.checkVisibility() && element.closest(CUT) === null,
  );
  const outer = host.getBoundingClientRect();
  const words = readable.map(wordsOf).filter(({boxes}) => boxes.length > 0);
  return [
    ...readable.filter(isCut).map((element) => ['cut off', element] as const),
    ...readable.filter(scrollsSideways).map((element) => ['scrolled', element] as const),
    ...readable
      .filter((element) => element.closest(SCROLLED) === null)
      .filter((element) => isOutside(element.getBoundingClientRect(), outer))
      .map((element) => ['outside of the element', element] as const),
    ...words
      .filter(({element, boxes}) => {
        const box = element.getBoundingClientRect();
        return boxes.some((each) => isOutside(each, box));
      })
      .map(({element}) => ['outside of its box', element] as const),
    ...overlapping(words).map((element) => ['over other words', element] as const),
  ];
}

/** The element's own text, without that of its children. */
function wordsOf(element: Element): Words {
  const boxes = [...element.childNodes].flatMap((node) => {
    if (!(node instanceof Text) || node.data.trim() === '') return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({width}) => width > 1);
  });
  return {element, boxes};
}

function isCut(element: Element): boolean {
  const {overflowX, overflowY} = getComputedStyle(element);
  const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element;
  const isHidden = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  return (
    (isHidden(overflowX) && scrollWidth > clientWidth + TOLERANCE) ||
    (isHidden(overflowY) && scrollHeight > clientHeight + TOLERANCE)
  );
}

function scrollsSideways(element: Element): boolean {
  if (element.matches(SCROLLED) || element.matches('input, select')) return false;
  const {overflowX} = getComputedStyle(element);
  if (overflowX !== 'auto' && overflowX !== 'scroll') return false;
  return element.scrollWidth > element.clientWidth + TOLERANCE;
}

function isOutside(inner: DOMRect, outer: DOMRect): boolean {
  if (inner.width <= 1) return false;
  return inner.left < outer.left - TOLERANCE || inner.right > outer.right + TOLERANCE;
}

/** Lines of one paragraph may touch each other; texts of two elements may not. */
function overlapping(all: readonly Words[]): readonly Element[] {
  const lines = all.flatMap(({element, boxes}) => boxes.map((box) => ({element, box})));
  lines.sort((a, b) => a.box.top - b.box.top);
  const over = lines.flatMap(({element, box}, index) => {
    const end = lines.findIndex((each, at) => at > index && each.box.top >= box.bottom);
    const beside = lines.slice(index + 1, end === -1 ? undefined : end);
    return beside.filter((each) => each.element !== element && isOver(box, each.box));
  });
  return [...new Set(over.map(({element}) => element))];
}

function isOver(a: DOMRect, b: DOMRect): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  // The boxes of letters are higher than the letters.
  return width > TOLERANCE && height > Math.min(a.height, b.height) / 4;
}

function pictures(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-picture]')];
}
