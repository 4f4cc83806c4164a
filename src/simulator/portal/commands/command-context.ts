/** Makes the context in which a portal page runs the commands that every placement has. */
import {addressOf} from '../page/page-address.js';
import type {SimulatedPortalOptions} from '../page/portal-options.js';
import type {CommandContext} from './portal-commands.js';

type FromPage = Pick<
  CommandContext,
  'showAlert' | 'messenger' | 'openSlider' | 'appOptions' | 'userOptions'
>;

export function makeCommandContext(
  options: SimulatedPortalOptions,
  document: Document,
  page: FromPage,
): CommandContext {
  const {host, secure} = addressOf(document);
  return {
    ...page,
    credentials: options.backend,
    language: options.language ?? 'en',
    host,
    secure,
    isAdmin: options.isAdmin ?? true,
    emptyMapsAsLists: options.emptyMapsAsLists ?? false,
    escapesOptions: options.escapesOptions ?? true,
    repeatsNames: options.repeatsNames ?? false,
    setTitle: (title) => {
      // A portal changes the heading around the app, not the title of the browser tab.
      const heading = document.getElementById('pagetitle');
      if (heading !== null) heading.textContent = title;
    },
    scrollTo: (top) => document.defaultView?.scrollTo({top}),
    reloadPage:
      options.reloadPage ??
      (() => {
        document.location.reload();
      }),
  };
}
