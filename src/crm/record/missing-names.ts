/** The users, records and dictionaries in some fields whose names are not known yet. */
import type {EntityRef} from '../../model/entity/entity-ref.js';

export class MissingNames {
  readonly users = new Set<number>();
  /** Ids by type. */
  readonly records = new Map<number, Set<number>>();
  readonly dictionaries = new Set<string>();

  get isEmpty(): boolean {
    return this.users.size + this.records.size + this.dictionaries.size === 0;
  }

  addRecord({typeId, id}: EntityRef): void {
    this.records.set(typeId, (this.records.get(typeId) ?? new Set()).add(id));
  }

  add(other: MissingNames): void {
    for (const id of other.users) this.users.add(id);
    for (const [typeId, ids] of other.records) {
      for (const id of ids) this.addRecord({typeId, id});
    }
    for (const dictionary of other.dictionaries) this.dictionaries.add(dictionary);
  }
}
