/**
 * A map of bounded size: with one entry too many, the oldest goes. An entry is as old as its key, unless
 * `renew` makes it the newest: with that alone the map forgets the least recently written.
 */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #most: number;
  readonly #mayForget: (value: V) => boolean;

  /**
   * @param most - how many entries are kept
   * @param mayForget - entries that must stay are kept beyond that number
   */
  constructor(most: number, mayForget: (value: V) => boolean = () => true) {
    super();
    this.#most = most;
    this.#mayForget = mayForget;
  }

  /** As in any map: the entry of a key that is there already keeps its place. */
  override set(key: K, value: V): this {
    super.set(key, value);
    for (const [oldest, candidate] of this) {
      if (this.size <= this.#most) break;
      if (this.#mayForget(candidate)) this.delete(oldest);
    }
    return this;
  }

  /** Sets the entry and makes it the newest. */
  renew(key: K, value: V): this {
    this.delete(key);
    return this.set(key, value);
  }
}
