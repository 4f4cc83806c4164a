/** Checks of the pictures on the page: the widths of fonts, and the violations that axe finds. */
import {isObject} from '../../src/model/parse/reading.js';

const SAMPLES = {latin: 'Hang up 030 123456', arabic: 'إنهاء المكالمة'};
const FACES = ['400 14px', '500 14px', '600 18px'];
/** The slowest rule of axe; it depends on colours only. */
const CONTRAST = 'color-contrast';
const FAMILY = '"DejaVu Sans", sans-serif';

/** Gives the pictures a font that all systems have, and ignores the expected warnings of bad attributes. */
export function preparePage(place: Element): void {
  console.warn = () => undefined;
  document.body.style.setProperty('--call-card-font-family', FAMILY);
  place.replaceChildren();
}

/** The width of a sample text in this browser. Other fonts would change every picture. */
export function measureFonts(): Record<string, number> {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) throw new Error('This browser draws nothing.');
  const widths: Record<string, number> = {};
  for (const [name, sample] of Object.entries(SAMPLES)) {
    for (const face of FACES) {
      canvas.font = `${face} ${FAMILY}`;
      widths[`${name} ${face}`] = Math.round(canvas.measureText(sample).width * 10) / 10;
    }
  }
  return widths;
}

/** Changes the theme of all pictures on the page. */
export function setTheme(theme: string): void {
  for (const stage of document.querySelectorAll('.gallery-stage')) {
    stage.className = `gallery-stage ${theme}`;
    stage.querySelector('call-card-context')?.setAttribute('theme', theme);
  }
}

/**
 * A line for each violation that axe finds, with its picture. axe must be loaded.
 *
 * @param tags - the tags of the rules
 * @param contrast - `only`: the contrast rule alone; `none`: all others
 */
export async function objectionsOf(
  tags: readonly string[],
  contrast: 'only' | 'none' | 'too',
): Promise<readonly string[]> {
  const {violations} = await axe().run('#gallery', {
    runOnly: contrast === 'only' ? {type: 'rule', values: [CONTRAST]} : {type: 'tag', values: tags},
    ...(contrast === 'none' && {rules: {[CONTRAST]: {enabled: false}}}),
  });
  return violations.flatMap(({help, nodes}) =>
    nodes.map(({target, html}) => {
      const outermost = [target[0]].flat()[0] ?? '';
      const picture = document.querySelector(outermost)?.closest<HTMLElement>('[data-picture]');
      return `${picture?.dataset['picture'] ?? ''}: ${help}: ${html.slice(0, 160)}`;
    }),
  );
}

/** The number of pictures that show anything. */
export function countShown(): number {
  const shown = [...document.querySelectorAll('[data-picture]')];
  return shown.filter(({shadowRoot}) => (shadowRoot?.textContent.trim() ?? '') !== '').length;
}

interface Axe {
  readonly run: (
    place: string,
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly help: string;
      readonly nodes: readonly {
        readonly target: readonly (string | readonly string[])[];
        readonly html: string;
      }[];
    }[];
  }>;
}

function axe(): Axe {
  const loaded: unknown = Reflect.get(globalThis, 'axe');
  if (!isAxe(loaded)) throw new Error('axe has not been loaded.');
  return loaded;
}

function isAxe(value: unknown): value is Axe {
  return isObject(value) && typeof value['run'] === 'function';
}
