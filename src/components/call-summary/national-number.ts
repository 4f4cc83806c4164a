/** Writes a number as people in its country do. Loaded only by a page that shows a number. */
import {parsePhoneNumberFromString} from 'libphonenumber-js/min';

export interface NationalNumber {
  readonly number: string;
  /** ISO 3166: `DE`; none for numbers of no country, such as those of satellites. */
  readonly country: string | undefined;
}

/** Nothing when the number can't be told: without its country's code, too short, too long. */
export function nationalNumber(value: string): NationalNumber | undefined {
  const number = parsePhoneNumberFromString(value);
  if (number?.isPossible() !== true) return undefined;
  const {country} = number;
  // Without a country the national form would be ambiguous.
  const written = country === undefined ? number.formatInternational() : number.formatNational();
  return {number: written, country};
}
