import {expect} from '@open-wc/testing';
import {inPlaces, keepsPlaces, placeOf} from '../../../src/model/card/action-places.js';
import {ACTION_NAMES, type ActionName} from '../../../src/model/card/operator-action.js';
import {UI_STATES, UNLISTED_UI_STATES, actionsIn} from '../../../src/model/card/ui-state.js';

const STATES = [...UI_STATES, ...UNLISTED_UI_STATES];
/** They open a form, which does nothing to a call. */
const HARMLESS: readonly ActionName[] = ['transfer', 'dial'];
const DURING_A_CALL = actionsIn('connected');

describe('the places of the operator’s buttons', () => {
  it('are each taken once in a state', () => {
    for (const state of STATES) {
      const places = [...actionsIn(state), 'next' as const].map(placeOf);
      expect(new Set(places).size, state).to.equal(places.length);
    }
  });

  it('have one for hanging up alone', () => {
    const sharing = ACTION_NAMES.filter((name) => placeOf(name) === placeOf('hang-up'));
    expect(sharing).to.deep.equal(['hang-up']);
  });

  it('show nothing that changes a call where it was answered, begun or returned to', () => {
    const before: readonly ActionName[] = ['answer', 'make-call', 'skip', 'cancel-transfer'];
    for (const name of before) {
      const after = DURING_A_CALL.filter((other) => placeOf(other) === placeOf(name));
      expect(HARMLESS, name).to.include.members([...after]);
    }
  });

  it('are read in one order in every state', () => {
    expect(inPlaces(DURING_A_CALL)).to.deep.equal([
      'dial',
      'transfer',
      'hang-up',
      'hold',
      'mute',
      'rate-quality',
    ]);
    expect(inPlaces(['next', 'close'])).to.deep.equal(['close', 'next']);
  });

  it('are kept free while a conversation may come', () => {
    expect(STATES.filter((state) => !keepsPlaces(state))).to.deep.equal([
      'error',
      'moneyError',
      'idle',
      'externalCard',
      'sipPhoneError',
    ]);
  });
});
