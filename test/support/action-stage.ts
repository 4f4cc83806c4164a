/** One frame in which actions are asked for, noted or given to the app; what it hears the test decides. */
import {ActionDelivery} from '../../src/hub/actions/action-delivery.js';
import type {HubActionRequest} from '../../src/hub/hub-host.js';
import type {ActionEnd, HubAction, HubMessage} from '../../src/model/hub/hub-message.js';
import {ManualTime, settled} from './manual-time.js';

export const MUTE: HubAction = {
  id: 'a1',
  action: {name: 'mute', muted: true},
  callId: 'call-1',
  source: 'card',
  status: 'sent',
};
export class ActionStage {
  readonly time = new ManualTime();
  readonly posted: HubMessage[] = [];
  /** To whom each message went; `undefined` for all. */
  readonly to: (string | undefined)[] = [];
  readonly heard: HubActionRequest[] = [];
  readonly challenged: string[] = [];
  probes = 0;
  lead: 'own' | 'other' | 'none' = 'own';
  witness: string | null = 'other';
  app: () => Promise<void> | undefined = () => undefined;
  readonly delivery: ActionDelivery;
  #ids = 0;

  constructor() {
    this.delivery = new ActionDelivery({
      frameId: 'this',
      post: (message, to) => {
        this.posted.push(message);
        this.to.push(to);
      },
      clock: this.time,
      newId: () => `own${(this.#ids += 1)}`,
      lead: () => this.lead,
      challengeLeader: (id) => this.challenged.push(id),
      witness: () => this.witness,
      host: {
        act: (request) => {
          this.heard.push(request);
          return this.app();
        },
      },
      probeLeader: () => (this.probes += 1),
    });
  }

  hear(message: HubMessage, from = 'other'): void {
    this.delivery.receive(message, from);
  }

  /** The witness notes what is begun, and what comes of that has come. */
  async note(id = 'a1'): Promise<void> {
    this.hear({kind: 'noted', id});
    await settled();
  }

  /** Asks for an action as this frame's operator. */
  request(): {readonly ends: ActionEnd[]} {
    const ends: ActionEnd[] = [];
    const {action, callId, source} = MUTE;
    void this.delivery.requestAction({action, callId, source}).then((end) => ends.push(end));
    return {ends};
  }

  /** The messages by their kinds, each with the action's id. */
  get said(): readonly string[] {
    return this.posted.map((message) => {
      if (message.kind === 'action') return `action ${message.action.id} ${message.action.status}`;
      return `${message.kind} ${'id' in message ? message.id : ''}`;
    });
  }

  get acted(): readonly string[] {
    return this.heard.map(({id, interrupted}) => `${id}${interrupted ? ' interrupted' : ''}`);
  }
}
