/** What both pages on `@bitrix24/b24jssdk` do with it: the call, its changes, and its record. */
import {initializeB24Frame, type B24Frame} from '@bitrix24/b24jssdk';
import {callFrom, stateName, type Call} from './call.js';
import type {Answers, BatchCall} from './record-card.js';
import {RecordSource} from './record-source.js';
import type {RecordView} from './record-view.js';

export interface WidgetView {
  showCall(call: Call): void;
  showState(state: string): void;
  showRecord(record: RecordView | null): void;
  showNote(text: string): void;
}

export class B24jssdkWidget {
  readonly #view: WidgetView;
  readonly #b24: Promise<B24Frame> = initializeB24Frame();
  #records: RecordSource | undefined;
  #call: Call | undefined;
  /** Counts the requests, so that a late record does not replace a newer one. */
  #moment = 0;

  constructor(view: WidgetView) {
    this.#view = view;
  }

  async start(): Promise<void> {
    const b24 = await this.#b24;
    const {placement, auth} = b24;
    const data = auth.getAuthData();
    const owner = `${data === false ? '' : data.member_id}${b24.getLang()}`;
    this.#records = new RecordSource((calls) => batch(b24, calls), owner);
    // Their promises are settled by a timer of the library or by the first event: not waited for.
    void placement.bindEvent('CallCard::EntityChanged', () => void this.#readStatus(b24));
    void placement.bindEvent('CallCard::CallStateChanged', (state: unknown) => {
      this.#view.showState(stateName(state));
    });
    void placement.bindEvent('CallCard::BeforeClose', () => {
      this.#view.showNote('The card is about to close.');
    });
    this.#call = callFrom(placement.options as Record<string, unknown>);
    this.#view.showCall(this.#call);
    await this.refresh();
  }

  async run(command: string): Promise<unknown> {
    return (await this.#b24).placement.call(command);
  }

  async refresh(): Promise<void> {
    this.#moment += 1;
    const mine = this.#moment;
    try {
      const entity = this.#call?.entity ?? null;
      const record = entity === null ? null : await this.#records?.load(entity);
      if (mine === this.#moment) this.#view.showRecord(record ?? null);
    } catch (error) {
      if (mine === this.#moment) this.#view.showNote(String(error));
    }
  }

  async #readStatus(b24: B24Frame): Promise<void> {
    this.#call = callFrom((await b24.placement.call('getStatus')) as Record<string, unknown>);
    this.#view.showCall(this.#call);
    await this.refresh();
  }
}

async function batch(b24: B24Frame, calls: Readonly<Record<string, BatchCall>>): Promise<Answers> {
  const answer = await b24.actions.v2.batch.make({
    calls: {...calls},
    options: {isHaltOnError: false, returnAjaxResult: false},
  });
  return answer.getData() as Answers;
}
