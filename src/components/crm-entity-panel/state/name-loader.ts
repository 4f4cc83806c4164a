/** Loads the names that the fields on screen lack after the record's first answer. */
import {isPending} from '../../../crm/format/field-display.js';
import type {Section} from '../../../crm/record/field-sections.js';
import type {CrmRecord} from '../../../crm/record.js';
import {whenIdle} from '../../../model/async/when-idle.js';
import {isCollapsed} from './collapsed-sections.js';

export class NameLoader {
  readonly #replaceRecord: (before: CrmRecord, after: CrmRecord) => void;
  /** The fields of each record whose names have been requested. */
  #requested = new WeakMap<CrmRecord, ReadonlySet<string>>();

  /** @param replaceRecord - called with the record that has the names */
  constructor(replaceRecord: (before: CrmRecord, after: CrmRecord) => void) {
    this.#replaceRecord = replaceRecord;
  }

  /**
   * Loads the names in the open sections at once, and those in the collapsed sections when the page is
   * idle. Returns whether the open sections have all their names.
   */
  loadNames(record: CrmRecord, sections: readonly Section[]): boolean {
    const {typeId} = record.ref;
    const open = sections.filter(({name, title}) => title === '' || !isCollapsed(typeId, name));
    const collapsed = sections.filter((section) => !open.includes(section));
    const lacking = pendingIn(open);
    if (lacking.length > 0) void this.#request(record, lacking);
    else void this.#requestWhenIdle(record, pendingIn(collapsed));
    return lacking.length === 0;
  }

  async #requestWhenIdle(record: CrmRecord, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await whenIdle();
    await this.#request(record, names);
  }

  async #request(record: CrmRecord, names: readonly string[]): Promise<void> {
    const requested = this.#requested.get(record) ?? new Set();
    const fresh = names.filter((name) => !requested.has(name));
    if (fresh.length === 0) return;
    this.#requested.set(record, new Set([...requested, ...fresh]));
    const named = await record.loadNames(fresh);
    this.#requested.set(named, this.#requested.get(record) ?? new Set());
    this.#replaceRecord(record, named);
  }
}

/** The codes of the fields in which a name is not known yet. */
function pendingIn(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({fields}) =>
    fields.flatMap(({code, display}) => (isPending(display) ? code : [])),
  );
}
