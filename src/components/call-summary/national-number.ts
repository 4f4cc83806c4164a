/** Writes a number as people in its country do. Loaded only by a page that shows a number. */
import {parsePhoneNumberFromString} from 'libphonenumber-js/core';
import {parsePhones} from '../../model/call/phone.js';
import {metadataFor} from './number-metadata.js';

export interface NationalNumber {
  /** With the extension, where there is one. */
  readonly number: string;
  /** ISO 3166: `DE`; none for numbers of no country, such as those of satellites. */
  readonly country: string | undefined;
}

/**
 * Nothing when the number can't be told: too short, too long. Rejects when what is known of its
 * country can't be loaded.
 *
 * @param value - as it came, with its country's code: `+4930123456`, `+49 (0)30 123456 ext. 12`
 */
export async function nationalNumber(value: string): Promise<NationalNumber | undefined> {
  const [phone] = parsePhones(value);
  if (phone?.dial.startsWith('+') !== true) return undefined;
  const metadata = await metadataFor(phone.dial);
  const number = metadata && parsePhoneNumberFromString(phone.dial, metadata);
  if (number?.isPossible() !== true) return undefined;
  if (phone.extension !== null) number.setExt(phone.extension);
  const {country} = number;
  // Without a country the national form would be ambiguous.
  const written = country === undefined ? number.formatInternational() : number.formatNational();
  return {number: written, country};
}
