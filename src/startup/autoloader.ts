/**
 * Loads an element's class when its tag is first seen in the document, so that a page pays only for
 * the tags that it has. Tags inside shadow roots are not seen: such pages import
 * `call-card-kit/define`, which registers all of them.
 */
import type {StartupPhases} from './phases.js';

export interface TagEntry {
  readonly tag: string;
  readonly import: () => Promise<CustomElementConstructor>;
  /**
   * After which phase the tag is registered. Behind the request, its file is fetched and run at once;
   * behind the first render, nothing of it is fetched before, since it would be in the way.
   */
  readonly phase: keyof StartupPhases;
}

export interface AutoloadOptions {
  readonly phases: StartupPhases;
  /** Hears of a tag that is being loaded. */
  readonly found?: (tag: string) => void;
  readonly root?: Document;
}

/** Loads what is in the document already, and goes on watching. Returns the end of it. */
export function autoloadTags(
  entries: readonly TagEntry[],
  {phases, found, root = document}: AutoloadOptions,
): () => void {
  const wanted = new Set(entries);
  let missing = wanted.size;
  const look = (): void => {
    for (const entry of wanted) {
      if (root.querySelector(entry.tag) === null) continue;
      wanted.delete(entry);
      load(entry, phases).then(
        (element) => {
          register(entry.tag, element);
          missing -= 1;
          if (missing === 0) watcher.disconnect();
        },
        (error: unknown) => {
          // Tried again with the next change of the page: the network may be back by then.
          wanted.add(entry);
          console.error(`<${entry.tag}> could not be loaded.`, error);
        },
      );
      found?.(entry.tag);
    }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(root, {childList: true, subtree: true});
  look();
  return () => watcher.disconnect();
}

/** The class, when its phase has come. What can't be loaded is known at once. */
async function load(entry: TagEntry, phases: StartupPhases): Promise<CustomElementConstructor> {
  if (entry.phase === 'firstRender') {
    await phases.firstRender;
    return entry.import();
  }
  const [element] = await Promise.all([entry.import(), phases.requestSent]);
  return element;
}

/** A tag that is taken stays as it is: by another copy of the kit, or by the page. */
function register(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
