/** A table row about a card command, and the tests that a table of them becomes. */
import {expect} from '@open-wc/testing';
import {
  BROWSER_COMMANDS,
  type CommandTable,
  type Dialect,
  type WorkerCommandName,
} from '../../../../src/simulator/portal/commands/card-commands.js';
import {
  closeCard,
  NO_CARD,
  openCard,
  type Card,
  type CardPage,
} from '../../../../src/simulator/portal/card/card-machine.js';
import {DESKTOP_COMMANDS} from '../../../../src/simulator/portal/commands/desktop-commands.js';

export interface CommandCase {
  readonly title: string;
  readonly page: CardPage;
  readonly command: WorkerCommandName;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly answers: readonly unknown[];
  /** What has changed on the card; nothing when the card is as it was. */
  readonly changes?: Partial<Card>;
}

export const OPEN = openCard(NO_CARD, {hasRecord: true, raisedByApp: true, campaign: false});
export const WITHOUT_RECORD = openCard(NO_CARD, {
  hasRecord: false,
  raisedByApp: true,
  campaign: false,
});
export const OWN_CALL = openCard(NO_CARD, {hasRecord: true, raisedByApp: false, campaign: false});
export const CLOSED = closeCard(OPEN);

export const ACKNOWLEDGED = [[]];
export const UNDEFINED = {result: 'error', errorCode: 'Call card is undefined'};
export const INVALID = {result: 'error', errorCode: 'Invalid ui state'};

const TABLES: Record<Dialect, CommandTable> = {
  browser: BROWSER_COMMANDS,
  desktop: DESKTOP_COMMANDS,
};

/** One test for each row, at the time 1000. */
export function testCommands(dialect: Dialect, cases: readonly CommandCase[]): void {
  describe(`the card in the ${dialect}`, () => {
    for (const {title, page, command, parameters = {}, answers, changes = {}} of cases) {
      it(title, () => {
        const outcome = TABLES[dialect][command](page, parameters, 1000);
        expect(outcome.answers).to.deep.equal(answers);
        expect(outcome.page.card).to.deep.equal(page.card && {...page.card, ...changes});
      });
    }

    it('closes, and has been there', () => {
      const {page, answers} = TABLES[dialect].close(OPEN, {}, 1000);
      expect(answers).to.deep.equal(ACKNOWLEDGED);
      expect(page).to.deep.equal({...OPEN, card: null});
      expect(page.hadCard).to.equal(true);
    });
  });
}
