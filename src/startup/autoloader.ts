/**
 * Loads an element's class when its tag is first seen in the document, so that a page pays only for
 * the tags that it has. Tags inside shadow roots are not seen: such pages import
 * `call-card-kit/define`, which registers all of them.
 */
export type TagTable = Readonly<Record<string, () => Promise<CustomElementConstructor>>>;

/** Loads what is in the document already, and goes on watching. Returns the end of it. */
export function autoloadTags(table: TagTable, root: Document = document): () => void {
  const wanted = new Map(Object.entries(table));
  let missing = wanted.size;
  const look = (): void => {
    for (const [tag, load] of wanted) {
      if (root.querySelector(tag) === null) continue;
      wanted.delete(tag);
      load().then(
        (element) => {
          register(tag, element);
          missing -= 1;
          if (missing === 0) watcher.disconnect();
        },
        (error: unknown) => {
          // Tried again with the next change of the page: the network may be back by then.
          wanted.set(tag, load);
          console.error(`<${tag}> could not be loaded.`, error);
        },
      );
    }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(root, {childList: true, subtree: true});
  look();
  return () => watcher.disconnect();
}

/** A tag that is taken stays as it is: by another copy of the kit, or by the page. */
function register(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
