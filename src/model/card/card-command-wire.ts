/** Where each command of the call card goes: enough to know who offers it, without what runs it. */
export interface CardCommandWire {
  /** The name on the wire. */
  readonly wire: string;
  readonly placement: 'call-card' | 'background-worker';
}

export const CARD_COMMAND_WIRES = {
  setUiState: worker('SetUiState'),
  setMute: worker('SetMute'),
  setHold: worker('SetHold'),
  setTitle: worker('SetCardTitle'),
  setStatusText: worker('SetStatusText'),
  startTimer: worker('StartTimer'),
  stopTimer: worker('StopTimer'),
  close: worker('Close'),
  listUiStates: worker('GetListUiStates'),
  getStatus: tab('getStatus'),
  disableAutoClose: tab('disableAutoClose'),
  enableAutoClose: tab('enableAutoClose'),
} satisfies Readonly<Record<string, CardCommandWire>>;

export type CardCommandName = keyof typeof CARD_COMMAND_WIRES;

export const CARD_COMMAND_NAMES = Object.keys(CARD_COMMAND_WIRES) as readonly CardCommandName[];

function worker(name: string): CardCommandWire {
  return {wire: `CallCard${name}`, placement: 'background-worker'};
}

function tab(wire: string): CardCommandWire {
  return {wire, placement: 'call-card'};
}
