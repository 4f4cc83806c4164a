/** The texts of the elements in the language of the page. */
import {en} from './en.js';

export type TextKey = keyof typeof en;

/** The names of a text's placeholders. */
type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What must be given with a text: nothing, or a value for each of its placeholders. */
type Values<K extends TextKey> = [Placeholders<(typeof en)[K]>] extends [never]
  ? []
  : [Readonly<Record<Placeholders<(typeof en)[K]>, string | number>>];

/** The text of a key with its placeholders filled in. */
export function text<K extends TextKey>(key: K, ...[values]: Values<K>): string {
  const given: Readonly<Record<string, string | number>> = values ?? {};
  return en[key].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(given[name] ?? placeholder),
  );
}
