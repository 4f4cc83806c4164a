import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {PendingCommands} from '../../../src/components/call-state-controls/requests.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {Deferred} from '../../support/fake-portal.js';

class AskingElement extends LitElement {
  readonly pending = new PendingCommands(this);

  override render(): string {
    const {refusal} = this.pending;
    return `${this.pending.isPending('ask')} ${refusal?.key ?? '-'} ${refusal?.error.code ?? '-'}`;
  }

  async shown(): Promise<string> {
    await this.updateComplete;
    return this.renderRoot.textContent.trim();
  }
}
customElements.define('asking-element', AskingElement);

describe('PendingCommands', () => {
  let element: AskingElement;

  beforeEach(async () => {
    element = await fixture<AskingElement>(html`<asking-element></asking-element>`);
  });

  it('is pending until the answer comes', async () => {
    const answer = new Deferred<void>();
    const done = element.pending.sendRequest('ask', () => answer.promise);
    expect(await element.shown()).to.equal('true - -');
    answer.resolve();
    expect(await done).to.equal(true);
    expect(await element.shown()).to.equal('false - -');
  });

  it('keeps why it was refused until something is asked for again', async () => {
    const error = new CallCardError('no-card', 'No card.');
    expect(await element.pending.sendRequest('ask', () => Promise.reject(error))).to.equal(false);
    expect(await element.shown()).to.equal('false ask no-card');
    const answer = new Deferred<void>();
    void element.pending.sendRequest('other', () => answer.promise);
    expect(await element.shown()).to.equal('false - -');
    answer.resolve();
  });

  it('does not ask twice for the same', async () => {
    const answer = new Deferred<void>();
    let asked = 0;
    const ask = (): Promise<void> => {
      asked += 1;
      return answer.promise;
    };
    const first = element.pending.sendRequest('ask', ask);
    expect(await element.pending.sendRequest('ask', ask)).to.equal(false);
    expect(asked).to.equal(1);
    answer.resolve();
    await first;
    await element.pending.sendRequest('ask', ask);
    expect(asked).to.equal(2);
  });

  it('forgets the refusal when it is told to, and when the element goes', async () => {
    const refuse = (): Promise<void> => Promise.reject(new CallCardError('timeout', 'Silence.'));
    await element.pending.sendRequest('ask', refuse);
    element.pending.clearRefusal();
    expect(await element.shown()).to.equal('false - -');
    await element.pending.sendRequest('ask', refuse);
    element.remove();
    expect(element.pending.refusal).to.equal(undefined);
  });

  it('waits for nothing any more when the element goes, and asks anew when it is back', async () => {
    const place = element.parentElement!;
    let gone: AbortSignal | undefined;
    const answer = new Deferred<void>();
    const first = element.pending.sendRequest('ask', (signal) => {
      gone = signal;
      return answer.promise;
    });
    element.remove();
    expect(gone?.aborted).to.equal(true);
    place.append(element);
    expect(element.pending.isPending('ask')).to.equal(false);
    answer.reject(new CallCardError('timeout', 'Silence.'));
    expect(await first).to.equal(false);
    expect(element.pending.refusal, 'of no interest any more').to.equal(undefined);
  });
});
