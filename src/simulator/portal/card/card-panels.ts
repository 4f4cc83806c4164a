/** The panels below the card's buttons: the dial pad, the transfer form and the quality stars. */
import {
  DIAL_DIGITS,
  type OperatorAction,
  type Stars,
  type TransferTarget,
} from '../../../model/card/operator-action.js';
import {isDialable} from '../../../model/call/phone.js';
import {USERS} from '../../rest/seed/users.js';
import type {PanelName} from './card-buttons.js';
import {make, makeButton} from '../page/dom.js';

type OnAction = (action: OperatorAction) => void;
type MakePanel = (document: Document, onAction: OnAction, phoneNumber: () => string) => HTMLElement;

const STARS: readonly Stars[] = [1, 2, 3, 4, 5];

/** The ids of the sample firm's employees by name. */
const EMPLOYEE_IDS: ReadonlyMap<string, number> = new Map(
  USERS.filter(({isActive}) => isActive !== false).map(({id, name, lastName}) => [
    `${name} ${lastName}`,
    id,
  ]),
);

const PANELS = {
  dial: makeDialPad,
  transfer: makeTransferForm,
  'rate-quality': makeStars,
} satisfies Record<PanelName, MakePanel>;

/**
 * Makes the panel of an action.
 *
 * @param phoneNumber - returns the caller's number, which a transfer event carries
 */
export function makePanel(
  name: PanelName,
  document: Document,
  onAction: OnAction,
  phoneNumber: () => string,
): HTMLElement {
  return PANELS[name](document, onAction, phoneNumber);
}

function makeDialPad(document: Document, onAction: OnAction): HTMLElement {
  const keys = DIAL_DIGITS.map((digit) =>
    makeButton(document, digit, () => {
      onAction({name: 'dial', digit});
    }),
  );
  return make(document, 'div', {
    class: 'call-card-dial-pad',
    attributes: {role: 'group', 'aria-label': 'Dial pad'},
    children: keys,
  });
}

function makeStars(document: Document, onAction: OnAction): HTMLElement {
  const stars = STARS.map((count) =>
    makeButton(
      document,
      '★'.repeat(count),
      () => {
        onAction({name: 'rate-quality', stars: count});
      },
      {attributes: {'aria-label': `${count} of 5`}},
    ),
  );
  return make(document, 'div', {
    class: 'call-card-stars',
    attributes: {role: 'group', 'aria-label': 'Quality of the call'},
    children: stars,
  });
}

function makeTransferForm(
  document: Document,
  onAction: OnAction,
  phoneNumber: () => string,
): HTMLElement {
  const employee = make(document, 'option', {text: 'Employee', attributes: {value: 'user'}});
  const phone = make(document, 'option', {text: 'Phone number', attributes: {value: 'phone'}});
  const queue = make(document, 'option', {text: 'Queue', attributes: {value: 'queue'}});
  const kind = make(document, 'select', {
    attributes: {'aria-label': 'Transfer to'},
    children: [employee, phone, queue],
  });
  const target = make(document, 'input', {
    attributes: {
      'aria-label': 'Name, number or queue',
      required: '',
      list: 'call-card-employees',
      autocomplete: 'off',
    },
  });
  const names = [...EMPLOYEE_IDS.keys()].map((name) =>
    make(document, 'option', {attributes: {value: name}}),
  );
  const list = make(document, 'datalist', {
    children: names,
    attributes: {id: 'call-card-employees'},
  });
  const submit = make(document, 'button', {text: 'Start transfer', attributes: {type: 'submit'}});
  const form = make(document, 'form', {
    class: 'call-card-transfer',
    children: [kind, target, list, submit],
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = targetOf(kind.value, target.value.trim());
    if (chosen === null) target.focus();
    else onAction({name: 'transfer', target: chosen, phoneNumber: phoneNumber()});
  });
  return form;
}

/** The target of a transfer from an employee's name or id, a phone number, or a queue's code. */
function targetOf(kind: string, text: string): TransferTarget | null {
  if (text === '') return null;
  if (kind === 'queue') return {kind, id: text};
  if (kind !== 'user') return isDialable(text) ? {kind: 'phone', number: text} : null;
  const id = EMPLOYEE_IDS.get(text) ?? Number(text);
  return Number.isSafeInteger(id) && id > 0 ? {kind: 'user', id} : null;
}
