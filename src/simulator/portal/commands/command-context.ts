/** What the commands of every placement find on a portal page. */
import type {CredentialSource} from '../page/credentials.js';
import {addressOf} from '../page/page-address.js';
import type {CommandContext} from './portal-commands.js';

export interface PageSetup {
  readonly backend: CredentialSource;
  readonly language?: string;
  readonly isAdmin?: boolean;
  readonly emptyMapsAsLists?: boolean;
  readonly escapesOptions?: boolean;
  readonly repeatsNames?: boolean;
  readonly reloadPage?: () => void;
}

type FromPage = Pick<
  CommandContext,
  'alert' | 'messenger' | 'openSlider' | 'appOptions' | 'userOptions'
>;

export function makeCommandContext(
  setup: PageSetup,
  document: Document,
  page: FromPage,
): CommandContext {
  const {host, secure} = addressOf(document);
  return {
    ...page,
    credentials: setup.backend,
    language: setup.language ?? 'en',
    host,
    secure,
    isAdmin: setup.isAdmin ?? true,
    emptyMapsAsLists: setup.emptyMapsAsLists ?? false,
    escapesOptions: setup.escapesOptions ?? true,
    repeatsNames: setup.repeatsNames ?? false,
    setTitle: (title) => {
      // The heading of the page around the app; the tab's title is not an app's affair.
      const heading = document.getElementById('pagetitle');
      if (heading !== null) heading.textContent = title;
    },
    scrollTo: (top) => document.defaultView?.scrollTo({top}),
    reloadPage:
      setup.reloadPage ??
      (() => {
        document.location.reload();
      }),
  };
}
