/** One loaded activity, with what was said in the call. */
import {CallCardError} from '../../model/errors/call-card-error.js';
import {portalLocale} from '../../model/call/language.js';
import {readActivity} from '../../model/history/activity.js';
import {readTranscript} from '../../model/history/transcript.js';
import type {MetadataStore} from '../cache/metadata-store.js';
import type {CrmActivity, HistoryProblem} from '../history.js';
import {NameResolver} from '../record/name-resolver.js';
import {outcomeOf} from '../request/batch-queue.js';
import {viewActivity} from './activity-view.js';
import {activityKey, responsibleKey, singleCalls, transcriptKey} from './history-calls.js';
import {historyProblems} from './history-problems.js';
import type {SharedAnswers} from './shared-answers.js';

export class ActivityLoad {
  readonly #id: number;
  readonly #store: MetadataStore;
  readonly #names: NameResolver;
  readonly #answers: SharedAnswers;

  constructor({
    id,
    language,
    store,
    answers,
  }: {
    readonly id: number;
    readonly language: string;
    readonly store: MetadataStore;
    readonly answers: SharedAnswers;
  }) {
    this.#id = id;
    this.#store = store;
    this.#names = new NameResolver(store, portalLocale(language));
    this.#answers = answers;
  }

  get isOld(): boolean {
    return this.#answers.isOld;
  }

  /** What does not come with the activity, e.g. its transcript; nothing is said of what nobody has. */
  get problems(): readonly HistoryProblem[] {
    return historyProblems(this.#answers.all, () => []);
  }

  /** Never rejects. */
  async load(): Promise<void> {
    const {[this.#peopleKey]: people, ...calls} = singleCalls(this.#id);
    const withPeople = people !== undefined && !this.#store.usersRefused;
    const outcome = await this.#answers.run({
      ...calls,
      ...(withPeople ? {[this.#peopleKey]: people} : {}),
    });
    this.#names.learnUsers(outcome.get(this.#peopleKey));
  }

  /** Throws what the portal answered instead of it. */
  activity(now: number): CrmActivity {
    const call = outcomeOf(this.#answers.all, activityKey(this.#id));
    if (call.status === 'failed') throw call.error;
    const {value} = readActivity(call.answer.result);
    if (value === null) {
      const message = 'The portal sent no activity (expected an object with an ID).';
      throw new CallCardError('bad-answer', message, {request: 'crm.activity.get'});
    }
    const said = this.#answers.all.get(transcriptKey(this.#id));
    const transcript = said?.status === 'ok' ? readTranscript(said.answer.result) : null;
    return viewActivity(value, {now, nameOf: this.#names.userName, transcript});
  }

  offerUntil(signal: AbortSignal): void {
    this.#answers.offerUntil(signal);
  }

  /** Gives on what was loaded. */
  end(): void {
    this.#answers.end();
  }

  get #peopleKey(): string {
    return responsibleKey({typeId: 0, id: this.#id}, 'activity');
  }
}
