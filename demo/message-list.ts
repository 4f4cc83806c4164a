/** The list of the messages between the portal and its apps, the newest on top. */
import type {Timeline, TimelineEntry} from '../src/simulator/index.js';
import {shortName} from './frame-names.js';

export interface MessageListOptions {
  readonly timeline: Timeline;
  readonly list: Element;
  readonly pause: Element;
  readonly clear: Element;
}

const MAX_SHOWN = 200;

const ARROWS = {
  'to-app': {sign: '→', label: 'to the app'},
  'to-portal': {sign: '←', label: 'to the portal'},
} satisfies Record<TimelineEntry['direction'], object>;

export function showMessages({timeline, list, pause, clear}: MessageListOptions): void {
  let paused = false;
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    // Messages that arrived during the pause.
    if (!paused) list.replaceChildren(...timeline.entries.slice(-MAX_SHOWN).reverse().map(row));
  });
  clear.addEventListener('click', () => {
    timeline.clear();
    list.replaceChildren();
  });
  timeline.subscribe((entry) => {
    if (paused) return;
    list.prepend(row(entry));
    while (list.childElementCount > MAX_SHOWN) list.lastElementChild?.remove();
  });
}

function row(entry: TimelineEntry): HTMLLIElement {
  const time = document.createElement('time');
  time.textContent = new Date(entry.time).toISOString().slice(14, 23);
  const arrow = span(ARROWS[entry.direction].sign, entry.direction);
  arrow.setAttribute('role', 'img');
  arrow.setAttribute('aria-label', ARROWS[entry.direction].label);
  const summary = document.createElement('summary');
  summary.append(
    time,
    arrow,
    span(shortName(entry.frame), 'frame'),
    span(shortAbout(entry), 'about'),
  );
  const text = document.createElement('code');
  text.textContent = [entry.text, entry.note ?? ''].filter((part) => part !== '').join('\n');
  const details = document.createElement('details');
  details.append(summary, text);
  const item = document.createElement('li');
  // An entry has a note if the portal ignored the message or applied a fault to it.
  const noteworthy = entry.note !== undefined;
  item.classList.toggle('ignored', noteworthy && entry.direction === 'to-portal');
  item.classList.toggle('fault', noteworthy && entry.direction === 'to-app');
  item.append(details);
  return item;
}

/** The distinctive part of a message's name, with the fault that was applied to it. */
function shortAbout({about, note, direction}: TimelineEntry): string {
  const name = about.replace('placementBindEvent ', 'bind ');
  const short = name.replace(/\b(Background)?CallCard::/, '');
  return note !== undefined && direction === 'to-app'
    ? `${short} · ${note.replace('fault: ', '')}`
    : short;
}

function span(text: string, className: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
