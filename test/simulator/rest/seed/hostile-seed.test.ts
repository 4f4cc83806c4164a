import {expect} from '@open-wc/testing';
import {asObject, type JsonObject} from '../../../../src/model/parse/reading.js';
import {HOSTILE_TEXTS} from '../../../../src/simulator/rest/seed/hostile/hostile-texts.js';
import {SimulatorBackend} from '../../../../src/simulator/rest/simulator-backend.js';
import {ORIGIN, testPortal, type TestPortal} from '../test-portal.js';

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('a portal full of hostile texts', () => {
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await testPortal({seed: 'hostile'});
  });

  const fieldsOf = async (entityTypeId: number): Promise<JsonObject> => {
    const result = await portal.result('crm.item.fields', {
      entityTypeId,
      useOriginalUfNames: 'Y',
    });
    return asObject(asObject(result)?.['fields']) ?? {};
  };

  it('has each of them in every record of which a test wants all', async () => {
    for (const typeId of [2, 3]) {
      const item = await portal.item(typeId, 101, {useOriginalUfNames: 'Y'});
      const texts = new Set([...textsIn(item), ...textsIn(await fieldsOf(typeId))]);
      expect(HOSTILE_TEXTS.filter((hostile) => !texts.has(hostile))).to.deep.equal([]);
    }
  });

  it('has nothing else in the titles of fields, items and sections', async () => {
    const hostile = new Set(HOSTILE_TEXTS);
    for (const field of Object.values(await fieldsOf(3))) {
      const {title, items} = asObject(field) ?? {};
      expect(hostile.has(String(title))).to.equal(true);
      for (const item of (items ?? []) as readonly JsonObject[]) {
        expect(hostile.has(String(item['VALUE']))).to.equal(true);
      }
    }
    const layout = await portal.result('crm.item.details.configuration.get', {
      entityTypeId: 3,
      scope: 'C',
    });
    for (const section of layout as readonly JsonObject[]) {
      expect(hostile.has(String(section['title']))).to.equal(true);
    }
  });

  it('has them in stages, names of people and pipelines, too', async () => {
    const hostile = new Set(HOSTILE_TEXTS);
    const [stage] = (await portal.result('crm.status.list', {
      filter: {STATUS_ID: 'C9:NEW'},
    })) as readonly JsonObject[];
    expect(hostile.has(String(stage?.['NAME']))).to.equal(true);
    expect(stage?.['COLOR']).not.to.match(/^#[\dA-F]{6}$/);
    const [user] = (await portal.result('user.get', {ID: 6})) as readonly JsonObject[];
    expect(hostile.has(String(user?.['NAME']))).to.equal(true);
    const names = textsIn(await portal.result('crm.category.list', {entityTypeId: 2}));
    expect(names.filter((name) => hostile.has(name))).to.have.length(2);
  });

  it('is one of the portals that can be made, beside the sample firm', async () => {
    const sample = await testPortal();
    expect(await sample.item(3, 101)).to.have.property('name', 'Maximiliane');
    let refusal = '';
    await testPortal({seed: 'nonsense'}).catch((error: unknown) => (refusal = String(error)));
    expect(refusal).to.include('seed must be sample or hostile');
  });
});

describe('the canary', () => {
  it('remembers who asked for it until it was heard', async () => {
    const backend = new SimulatorBackend();
    const ask = (path: string, method: string) =>
      backend.handle(new Request(`${ORIGIN}/simulator/canary/${path}`, {method}));
    expect((await ask('sing?img', 'GET')).status).to.equal(204);
    expect(await (await ask('heard', 'GET')).json()).to.deep.equal(['/simulator/canary/sing?img']);
    await ask('heard', 'POST');
    expect(await (await ask('heard', 'GET')).json()).to.deep.equal([]);
  });
});
