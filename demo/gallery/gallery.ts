/**
 * The gallery's page: `?element=crm-entity-panel&state=loading&lang=ar&theme=dark&density=compact
 * &width=320&dir=rtl` shows one picture, an address without an element the list of all. The defaults are
 * English, light, roomy and as wide as the page.
 */
import '../../src/entries/define.js';
import {addressWith, MANNERS, pictureOf} from './gallery-address.js';
import {GALLERY, showPicture} from './gallery-stage.js';

const address = new URLSearchParams(location.search);
const container = document.getElementById('gallery');
if (container !== null) show(container);

function show(place: HTMLElement): void {
  const picture = pictureOf(address);
  if (picture === undefined) {
    place.className = 'gallery-index';
    place.append(heading('h1', 'Every state of every element'), manners(), ...lists());
    return;
  }
  const {reached} = showPicture(picture, place);
  document.body.className = picture.theme ?? 'light';
  document.title = `${picture.element}: ${picture.state}`;
  void reached.then(() => (document.documentElement.dataset['reached'] = ''));
}

/** The options of all pictures, as links that can be bookmarked and shared. */
function manners(): HTMLElement {
  const list = document.createElement('dl');
  for (const [name, choices] of Object.entries(MANNERS)) {
    const term = document.createElement('dt');
    term.textContent = name;
    const definition = document.createElement('dd');
    const present = address.get(name) ?? choices[0];
    for (const choice of choices) {
      const one = link(addressWith(address, {[name]: choice}), choice || 'as it is');
      if (choice === present) one.setAttribute('aria-current', 'true');
      definition.append(one, ' ');
    }
    list.append(term, definition);
  }
  return list;
}

function lists(): Node[] {
  return Object.entries(GALLERY).flatMap(([element, states]) => {
    const list = document.createElement('ul');
    for (const state of Object.keys(states)) {
      const item = document.createElement('li');
      item.append(link(addressWith(address, {element, state}), state));
      list.append(item);
    }
    return [heading('h2', element), list];
  });
}

function link(href: string, words: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = words;
  return element;
}

function heading(level: 'h1' | 'h2', words: string): HTMLElement {
  const element = document.createElement(level);
  element.textContent = words;
  return element;
}
