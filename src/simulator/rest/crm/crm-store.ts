/** The records of one portal: a copy of the seed, with the rights to read them. */
import {entityKey, type EntityRef} from '../../../model/entity/entity-ref.js';
import {asId} from '../../../model/parse/reading.js';
import type {TimelineComment} from '../contract.js';
import {accessDenied, RestError} from '../endpoint/rest-error.js';
import type {CrmTypeSeed, PortalSeed, RecordFields} from './crm-seed.js';
import {crmType, fieldNamed, type CrmType} from './crm-type.js';
import {multifields} from './derived-fields.js';
import type {UserFieldSeed} from './field.js';

export interface CrmRecord {
  readonly id: number;
  readonly fields: RecordFields;
}

/** The old invoices: a type that exists, but that `crm.item.*` refuses. */
const OLD_INVOICE = 5;

export class CrmStore {
  readonly #seeds: Map<number, CrmTypeSeed>;
  readonly #types = new Map<number, CrmType>();
  readonly #records = new Map<number, Map<number, RecordFields>>();
  readonly #denied = new Map<string, Set<number>>();
  readonly #comments: TimelineComment[] = [];
  /** The highest id that a record ever had, by type: no id is used twice. */
  readonly #lastIds = new Map<number, number>();

  constructor(seed: PortalSeed) {
    this.#seeds = new Map(seed.types.map((type) => [type.id, type]));
    for (const {typeId, id, fields, deniedTo} of seed.records) {
      this.#keep({typeId, id}, fields);
      for (const userId of deniedTo ?? []) this.deny({typeId, id}, userId);
    }
  }

  get types(): readonly CrmType[] {
    return [...this.#seeds.keys()].map((id) => this.type(id));
  }

  get comments(): readonly TimelineComment[] {
    return this.#comments;
  }

  /**
   * The type with its fields.
   *
   * @throws RestError - `crm.item.*` does not serve the type
   */
  type(typeId: number): CrmType {
    const seed = this.#seeds.get(typeId);
    if (typeId === OLD_INVOICE) {
      throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', 'Entity type is not supported.');
    }
    if (seed === undefined) throw new RestError('NOT_FOUND', 'SPA not found');
    const type = this.#types.get(typeId) ?? crmType(seed);
    this.#types.set(typeId, type);
    return type;
  }

  /** Adds a user field, or replaces the one with the same code. */
  putUserField(typeId: number, field: UserFieldSeed): void {
    const seed = this.#seeds.get(typeId);
    if (seed === undefined) throw new RestError('NOT_FOUND', 'SPA not found');
    const others = seed.userFields.filter(({upperName}) => upperName !== field.upperName);
    this.#seeds.set(typeId, {...seed, userFields: [...others, field]});
    this.#types.delete(typeId);
  }

  find({typeId, id}: EntityRef): CrmRecord | undefined {
    const fields = this.#records.get(typeId)?.get(id);
    return fields === undefined ? undefined : {id, fields};
  }

  /**
   * The record.
   *
   * @throws RestError - it does not exist, or the user may not read it
   */
  read(ref: EntityRef, userId: number): CrmRecord {
    const record = this.find(ref);
    if (record === undefined) throw new RestError('NOT_FOUND', 'Element not found');
    if (!this.canRead(ref, userId)) throw accessDenied();
    return record;
  }

  canRead(ref: EntityRef, userId: number): boolean {
    return this.#denied.get(entityKey(ref))?.has(userId) !== true;
  }

  /** The records of a type that the user may read, sorted by id. */
  readable(typeId: number, userId: number): CrmRecord[] {
    return [...this.#recordsOf(typeId)]
      .filter(([id]) => this.canRead({typeId, id}, userId))
      .map(([id, fields]) => ({id, fields}))
      .sort((one, other) => one.id - other.id);
  }

  /** Sets fields of a record by any of their names. Makes the record if it does not exist. */
  put({typeId, id}: EntityRef, fields: RecordFields): void {
    const type = this.type(typeId);
    const named = Object.entries(fields).map(
      ([name, value]) => [fieldNamed(type, name)?.name ?? name, value] as const,
    );
    const records = this.#recordsOf(typeId);
    this.#keep({typeId, id}, {...records.get(id), ...Object.fromEntries(named)});
  }

  /** The id of the next record of a type. */
  nextId(typeId: number): number {
    return (this.#lastIds.get(typeId) ?? 0) + 1;
  }

  /** The lowest id above those of all phones and e-mails. */
  nextRowId(): number {
    const records = [...this.#records.values()].flatMap((ofType) => [...ofType.values()]);
    const ids = records.flatMap((fields) => multifields(fields).map(({id}) => asId(id) ?? 0));
    return ids.reduce((last, id) => Math.max(last, id), 0) + 1;
  }

  delete({typeId, id}: EntityRef): void {
    this.#recordsOf(typeId).delete(id);
  }

  deny(ref: EntityRef, userId: number): void {
    const users = this.#denied.get(entityKey(ref)) ?? new Set<number>();
    this.#denied.set(entityKey(ref), users.add(userId));
  }

  /** Adds a timeline comment and returns its id. */
  addComment(comment: Omit<TimelineComment, 'id'>): number {
    const id = FIRST_COMMENT_ID + this.#comments.length;
    this.#comments.push({id, ...comment});
    return id;
  }

  #keep({typeId, id}: EntityRef, fields: RecordFields): void {
    this.#recordsOf(typeId).set(id, fields);
    this.#lastIds.set(typeId, Math.max(this.#lastIds.get(typeId) ?? 0, id));
  }

  #recordsOf(typeId: number): Map<number, RecordFields> {
    const records = this.#records.get(typeId) ?? new Map<number, RecordFields>();
    this.#records.set(typeId, records);
    return records;
  }
}

const FIRST_COMMENT_ID = 999;
