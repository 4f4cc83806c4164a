/**
 * The gallery's page: `?element=crm-entity-panel&state=loading&theme=dark&width=320` is one picture,
 * without an element it is the list of all.
 */
import '../../src/define.js';
import {GALLERY, isGalleryElement, showPicture, THEMES, type Theme} from './gallery-stage.js';

const address = new URLSearchParams(location.search);
const container = document.getElementById('gallery');
if (container !== null) show(container);

function show(place: HTMLElement): void {
  const element = address.get('element');
  if (element === null) {
    place.className = 'gallery-index';
    place.append(heading('h1', 'Every state of every element'), ...lists());
    return;
  }
  if (!isGalleryElement(element)) throw new Error(`There are no pictures of <${element}>.`);
  const width = Number(address.get('width'));
  const {reached} = showPicture(
    {
      element,
      state: address.get('state') ?? '',
      theme: themeNamed(address.get('theme')),
      ...(width > 0 ? {width} : {}),
    },
    place,
  );
  document.title = `${element}: ${address.get('state') ?? ''}`;
  void reached.then(() => (document.documentElement.dataset['reached'] = ''));
}

function themeNamed(name: string | null): Theme {
  return THEMES.find((theme) => theme === name) ?? 'light';
}

function lists(): Node[] {
  return Object.entries(GALLERY).flatMap(([element, states]) => {
    const list = document.createElement('ul');
    list.append(...Object.keys(states).map((state) => entry(element, state)));
    return [heading('h2', element), list];
  });
}

function entry(element: string, state: string): HTMLLIElement {
  const item = document.createElement('li');
  const [light, dark] = THEMES.map((theme) => {
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({element, state, theme}).toString()}`;
    link.textContent = theme === 'light' ? state : theme;
    if (theme !== 'light') link.setAttribute('aria-label', `${state}, ${theme}`);
    return link;
  });
  item.append(light ?? '', ' (', dark ?? '', ')');
  return item;
}

function heading(level: 'h1' | 'h2', words: string): HTMLElement {
  const element = document.createElement(level);
  element.textContent = words;
  return element;
}
