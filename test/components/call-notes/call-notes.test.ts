import {expect, oneEvent} from '@open-wc/testing';
import type {NoteErrorEvent} from '../../../src/events/note-error-event.js';
import type {NoteSavedEvent} from '../../../src/events/note-saved-event.js';
import type {CallNote} from '../../../src/model/call/note-draft.js';
import {CallCardError} from '../../../src/model/errors/call-card-error.js';
import {CALL_OPTIONS, Deferred} from '../../support/fake-portal.js';
import {unconnected} from '../shared/page.js';
import {
  ADD,
  answerComments,
  button,
  choose,
  comments,
  field,
  list,
  notesPage,
  refuseComments,
  says,
  status,
  takeComments,
  type,
  words,
} from './notes-page.js';
import {waitUntil} from '../../support/wait-until.js';

const UNLINKED = {...CALL_OPTIONS, CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0', CRM_BINDINGS: []};

describe('<call-notes>', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('asks for a note, by name and without saying a word', async () => {
    const {element} = await notesPage();
    expect(words(element.renderRoot.querySelector('label[for=text]'))).to.equal(
      'Note about the call',
    );
    expect(status(element)).to.equal('');
    expect(button(element).ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('says at once that what is typed is not saved, and holds the card open', async () => {
    const {element, portal, controller} = await notesPage();
    await type(element, 'H');
    expect(status(element)).to.equal('Not saved yet. The text is kept in this tab.');
    await waitUntil(() => controller.snapshot.autoClose.status === 'held');
    const {autoClose} = controller.snapshot;
    expect(autoClose).to.deep.include({reasons: ['A note about the call is not saved yet']});
    await type(element, '');
    await waitUntil(() => controller.snapshot.autoClose.status === 'normal');
    expect(portal.asked.at(-1)).to.have.property('command', 'enableAutoClose');
    expect(status(element)).to.equal('');
  });

  it('saves to the timeline of the call’s record, then lets the card close', async () => {
    const {element, portal, controller} = await notesPage();
    await type(element, ' Wants [b]two[/b]\n');
    await waitUntil(() => controller.snapshot.autoClose.status === 'held');
    const saved = oneEvent<NoteSavedEvent>(element, 'note-saved');
    button(element).click();
    const {note} = await saved;
    expect(note).to.deep.equal({
      callId: 'externalCall.1',
      number: '+4930123456',
      entity: {typeId: 3, id: 17},
      text: 'Wants [b]two[/b]',
      disposition: null,
    });
    expect(comments(portal)).to.deep.equal([
      {ENTITY_TYPE: 'contact', ENTITY_ID: 17, COMMENT: 'Wants [\u200Bb]two[\u200B/b]'},
    ]);
    await says(element, 'Saved at');
    expect(field(element).value).to.equal('');
    await waitUntil(() => controller.snapshot.autoClose.status === 'normal');
    await expect(element).to.be.accessible();
    await type(element, 'One more');
    expect(status(element)).to.include('Not saved yet.');
  });

  for (const key of ['ctrlKey', 'metaKey'] as const) {
    it(`saves with Enter and ${key}, and writes a line with Enter alone`, async () => {
      const {element, portal} = await notesPage();
      await type(element, 'Hello');
      const press = (init: KeyboardEventInit): boolean =>
        field(element).dispatchEvent(
          new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, ...init}),
        );
      expect(press({}), 'not prevented').to.equal(true);
      expect(press({[key]: true, isComposing: true}), 'not prevented').to.equal(true);
      expect(press({[key]: true})).to.equal(false);
      await says(element, 'Saved at');
      expect(comments(portal)).to.have.length(1);
    });
  }

  it('is told while it saves, and once however often it is clicked', async () => {
    const {element, portal} = await notesPage();
    const answer = new Deferred<{result: unknown; total: null; next: null}>();
    answerComments(portal, () => answer.promise);
    await type(element, 'Hello');
    button(element).click();
    await says(element, 'Saving…');
    expect(button(element).ariaBusy).to.equal('true');
    button(element).click();
    await type(element, 'Hello again');
    expect(status(element)).to.equal('Saving. What you typed since is not part of it.');
    await expect(element).to.be.accessible();
    answer.resolve({result: 1, total: null, next: null});
    await says(element, 'Not saved yet.');
    expect(field(element).value).to.equal('Hello again');
    expect(comments(portal)).to.have.length(1);
  });

  const refusals = [
    ['not-allowed', 'Not saved. You may not write into the timeline of this record.'],
    ['not-found', 'Not saved. The record does not exist any more.'],
    ['missing-scope', 'Not saved. The app may not write into the CRM.'],
    ['refused', 'Not saved. Bitrix24 refused this.'],
    ['not-authorized', 'Not saved. The session has ended.'],
  ] as const;
  for (const [code, expected] of refusals) {
    it(`keeps the text and says why when it is refused with ${code}`, async () => {
      const {element, portal} = await notesPage();
      refuseComments(portal, code);
      await type(element, 'Hello');
      const failed = oneEvent<NoteErrorEvent>(element, 'note-error');
      button(element).click();
      const event = await failed;
      expect(event).to.have.nested.property('note.text', 'Hello');
      expect(event).to.have.nested.property('error.code', code);
      await says(element, expected);
      expect(status(element)).to.include('The text is kept in this tab.');
      expect(field(element).value).to.equal('Hello');
      await expect(element).to.be.accessible();
      takeComments(portal);
      button(element).click();
      await says(element, 'Saved at');
    });
  }

  const waits = [
    ['offline', 'there is no connection'],
    ['limit-reached', 'gets too many requests'],
    ['timeout', 'has not confirmed it'],
  ] as const;
  for (const [code, expected] of waits) {
    it(`waits and says for what when it meets ${code}, and tries when it is told`, async () => {
      const {element, portal} = await notesPage();
      refuseComments(portal, code);
      await type(element, 'Hello');
      button(element).click();
      await says(element, expected);
      await expect(element).to.be.accessible();
      takeComments(portal);
      button(element, 'Try now').click();
      await says(element, 'Saved at');
      expect(comments(portal)).to.have.length(2);
    });
  }

  it('keeps the note of a call without a record until there is one', async () => {
    const {element, portal} = await notesPage(UNLINKED);
    expect(status(element)).to.equal(
      'No CRM record is linked to the call yet. You can save when there is one.',
    );
    await type(element, 'Hello');
    button(element).click();
    expect(button(element).ariaDisabled).to.equal('true');
    expect(portal.requests).to.deep.equal([]);
    portal.answer = () => ({...CALL_OPTIONS, CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: '25'});
    portal.emit('CallCard::EntityChanged', {CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY_ID: '25'});
    await says(element, 'Not saved yet.');
    expect(comments(portal), 'nothing without a click').to.deep.equal([]);
    button(element).click();
    await says(element, 'Saved at');
    expect(comments(portal)).to.have.nested.property('[0].ENTITY_TYPE', 'deal');
  });

  it('belongs to the record that attributes name', async () => {
    const {element, portal} = await notesPage(UNLINKED);
    element.entityId = 3;
    element.entityType = 'DYNAMIC_177';
    await element.updateComplete;
    await type(element, 'Hello');
    button(element).click();
    await says(element, 'Saved at');
    expect(comments(portal)).to.deep.equal([
      {ENTITY_TYPE: 'dynamic_177', ENTITY_ID: 3, COMMENT: 'Hello'},
    ]);
  });

  it('offers the results of a call, and puts the chosen one before the text', async () => {
    const {element, portal} = await notesPage();
    expect(element.renderRoot.querySelector('select')).to.equal(null);
    element.append(new Option('Sold', 'sold'), new Option('Call back', 'back'));
    await waitUntil(() => element.renderRoot.querySelector('select') !== null);
    const offered = [...list(element).options].map(({label}) => label);
    expect(offered).to.deep.equal(['No result yet', 'Sold', 'Call back']);
    await choose(element, 'back');
    expect(status(element)).to.include('Not saved yet.');
    await expect(element).to.be.accessible();
    await type(element, 'Tuesday');
    button(element).click();
    await says(element, 'Saved at');
    expect(comments(portal)).to.have.nested.property('[0].COMMENT', 'Call back\nTuesday');
    expect(list(element).value).to.equal('');
  });

  it('hands the note to the page’s own function, also without a record', async () => {
    const {element, portal} = await notesPage(UNLINKED);
    const handed: CallNote[] = [];
    element.save = (note) => {
      handed.push(note);
      return Promise.resolve();
    };
    await element.updateComplete;
    await type(element, 'Hello');
    button(element).click();
    await says(element, 'Saved at');
    expect(handed).to.have.nested.property('[0].text', 'Hello');
    expect(portal.requests).to.deep.equal([]);
  });

  it('says when the page’s own function has failed, whatever it throws', async () => {
    const {element} = await notesPage();
    element.save = () => {
      throw new Error('no database');
    };
    await element.updateComplete;
    await type(element, 'Hello');
    const failed = oneEvent<NoteErrorEvent>(element, 'note-error');
    button(element).click();
    expect((await failed).error).to.be.instanceOf(CallCardError);
    await says(element, 'Not saved. The app could not save it.');
  });

  it('lets the page prevent that a note is saved', async () => {
    const {element, portal, context} = await notesPage();
    const asked: string[] = [];
    context.addEventListener('note-save', (event) => {
      asked.push(event.note.text);
      event.preventDefault();
    });
    await type(element, 'Hello');
    await element.submit();
    expect(asked).to.deep.equal(['Hello']);
    expect(portal.requests.filter(({method}) => method === ADD)).to.deep.equal([]);
    expect(status(element)).to.include('Not saved yet.');
  });

  it('saves by itself when the call is over, where that was asked for', async () => {
    const {element, portal} = await notesPage();
    expect(element.autosave).to.equal(null);
    element.setAttribute('autosave', '');
    expect(element.autosave).to.equal(10);
    element.setAttribute('autosave', '0.01');
    await type(element, 'Hello');
    expect(comments(portal)).to.deep.equal([]);
    portal.emit('CallCard::BeforeClose');
    await says(element, 'Saved at');
    expect(comments(portal)).to.have.nested.property('[0].COMMENT', 'Hello');
  });

  it('counts when there is little room left', async () => {
    const {element} = await notesPage();
    element.maxLength = 10;
    await type(element, '1234567');
    expect(words(element.renderRoot.querySelector('#count'))).to.equal('');
    await type(element, '12345678');
    expect(words(element.renderRoot.querySelector('#count'))).to.equal('8 of 10 characters');
    expect(field(element).maxLength).to.equal(10);
  });

  it('begins on the page’s side, then follows what is typed', async () => {
    const {element} = await notesPage();
    element.dir = 'rtl';
    element.requestUpdate();
    await element.updateComplete;
    const direction = (): string => getComputedStyle(field(element)).direction;
    expect(direction(), 'empty').to.equal('rtl');
    await type(element, 'Call back');
    expect(direction(), 'with a note').to.equal('ltr');
    await type(element, '');
    expect(direction(), 'empty again').to.equal('rtl');
  });

  it('says why there is no connection, and tries again where that may help', async () => {
    const made = unconnected('CALL_CARD');
    made.portal.connection = () => Promise.reject(new CallCardError('timeout', ''));
    await made.controller.start();
    const {element} = await notesPage(undefined, made);
    expect(words(element.renderRoot.querySelector('.error'))).to.equal(
      'Bitrix24 did not answer in time.',
    );
    await expect(element).to.be.accessible();
    made.portal.connection = () => Promise.resolve(made.portal.session);
    button(element, 'Try now').click();
    await waitUntil(() => element.renderRoot.querySelector('textarea') !== null);
  });
});
