/** The card's own texts, in English: its title, number, line and time. */
import type {CardSnapshot} from './portal-call.js';
import type {SimulatedCall} from './call-facts.js';

const TITLES = {
  incoming: 'Incoming call',
  outgoing: 'Outgoing call',
  callback: 'Callback',
} satisfies Record<SimulatedCall['direction'], string>;

/** The title that the app has set, or the portal's own. */
export function titleText({call, card}: CardSnapshot): string {
  return card.title === '' ? TITLES[call.direction] : card.title;
}

export function numberText({phoneNumber}: SimulatedCall): string {
  if (phoneNumber === 'hidden') return 'Hidden number';
  if (phoneNumber === null || phoneNumber === 'unknown') return 'Unknown number';
  return phoneNumber;
}

export function lineText({lineName, lineNumber}: SimulatedCall): string {
  return [lineName, lineNumber].filter((text) => text !== '').join(' · ');
}

/** `0:07`, `12:34`, `1:02:03`. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
