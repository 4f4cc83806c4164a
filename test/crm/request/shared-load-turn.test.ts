/** A record's load, and what becomes of its turn among the app's frames. */
import {expect} from '@open-wc/testing';
import {MetadataStore} from '../../../src/crm/cache/metadata-store.js';
import {itemKey} from '../../../src/crm/request/record-calls.js';
import {SharedLoad} from '../../../src/crm/request/shared-load.js';
import {SYSTEM_CLOCK} from '../../../src/model/clock.js';

const KLAUS = {typeId: 3, id: 17};
const CALLS = {[itemKey(KLAUS)]: {method: 'crm.item.get', parameters: {}}};

/** A load whose turn it is, and how the turn ended. */
function loadWithTurn(): {load: SharedLoad; ends: readonly string[]} {
  const ends: string[] = [];
  const load = new SharedLoad(
    {
      ref: KLAUS,
      language: 'en',
      typeCalls: {},
      store: new MetadataStore({memberId: '', language: 'en'}, SYSTEM_CLOCK),
      signal: new AbortController().signal,
      time: SYSTEM_CLOCK,
      run: (calls) =>
        Promise.resolve(
          new Map(
            Object.keys(calls).map((key) => [
              key,
              {status: 'ok', answer: {result: {item: {id: 17}}, total: null, next: null}},
            ]),
          ),
        ),
      retries: true,
      maxAge: 0,
    },
    undefined,
    {status: 'own', give: () => ends.push('given'), giveUp: () => ends.push('given up')},
    {at: 0, answers: new Map()},
  );
  return {load, ends};
}

describe('the turn to load a record', () => {
  it('ends with the record for whoever waits', async () => {
    const {load, ends} = loadWithTurn();
    await load.answers.run(CALLS);
    load.end();
    expect(ends).to.deep.equal(['given']);
  });

  it('is the next one’s at once when the load ended before the portal was asked', () => {
    const {load, ends} = loadWithTurn();
    load.end();
    expect(ends).to.deep.equal(['given up']);
  });
});
