/** The column that drives the simulation: calls, clients, the portal's dialect and faults. */
import type {PortalBackend} from '../src/simulator/backend-client.js';
import type {Dialect, SimulatedPortal} from '../src/simulator/index.js';
import {button, group, isPressed, press} from './control-parts.js';
import {CALLS, CLIENTS, nextClientOf, REST_FAULTS, SLOW_MS} from './scenarios.js';

export interface ControlsOptions {
  readonly portal: SimulatedPortal;
  readonly backend: PortalBackend;
  readonly container: Element;
  /** The element for controls that only developers need. */
  readonly developers: Element;
}

export function showControls({portal, backend, container, developers}: ControlsOptions): void {
  const calls = Object.values(CALLS).map(({label, setup}) =>
    button(label, () => {
      portal.startCall(setup);
    }),
  );
  const clients = CLIENTS.map(({label, entity}) =>
    button(label, () => {
      portal.changeEntity(entity, {bindings: entity === null ? [] : [entity]});
    }),
  );
  container.append(
    group('Start a call', calls),
    group('The call', callButtons(portal)),
    group('Change the client', clients),
  );
  developers.append(
    group('Portal', dialectButtons(portal)),
    group('Faults', faultButtons(portal, backend)),
  );
}

function callButtons(portal: SimulatedPortal): readonly HTMLButtonElement[] {
  const actions: Record<string, () => void> = {
    'End the call': () => {
      portal.endCall();
    },
    'Close the card': () => {
      portal.closeCard();
    },
    'Next client': () => {
      portal.nextClient(nextClientOf(portal.card?.call.entity?.id));
    },
  };
  const buttons = Object.entries(actions).map(([label, run]) => button(label, run));
  portal.subscribeCard((snapshot) => {
    for (const each of buttons) each.disabled = snapshot === null;
  });
  return buttons;
}

function dialectButtons(portal: SimulatedPortal): readonly HTMLButtonElement[] {
  const labels: Record<Dialect, string> = {browser: 'Browser', desktop: 'Desktop client'};
  const buttons = (Object.keys(labels) as Dialect[]).map((dialect) => {
    const each = button(labels[dialect], () => {
      portal.dialect = dialect;
      show();
    });
    return {dialect, each};
  });
  const show = (): void => {
    for (const {dialect, each} of buttons) press(each, portal.dialect === dialect);
  };
  show();
  return buttons.map(({each}) => each);
}

function faultButtons(
  portal: SimulatedPortal,
  backend: PortalBackend,
): readonly HTMLButtonElement[] {
  const switches = Object.entries(REST_FAULTS).map(([label, fault]) => {
    const each = button(label, () => {
      press(each, !isPressed(each));
      void apply();
    });
    press(each, false);
    return {each, fault};
  });
  const apply = async (): Promise<void> => {
    const active = switches.filter(({each}) => isPressed(each)).map(({fault}) => fault);
    portal.faults.forget('*');
    if (active.some(({kind}) => kind === 'delay')) {
      portal.faults.plan('*', {kind: 'late', milliseconds: SLOW_MS}, Infinity);
    }
    await backend.clearFaults();
    for (const fault of active) await backend.addFault(fault);
  };
  const expire = button('Expire the token', () => {
    void backend.expireTokens();
  });
  return [...switches.map(({each}) => each), expire];
}
