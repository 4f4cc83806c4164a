/** The elements in templates of Svelte 5. */
import type {HTMLAttributes} from 'svelte/elements';
import type {ElementEvents, ElementProps, ElementSwitches} from './elements.js';

type Tag = keyof ElementProps;
type Props<T extends Tag> = ElementProps[T];
type Events<T extends Tag> = ElementEvents[T];
/** In templates `false` would become the attribute `compact="false"`, which counts as set. */
type Own<T extends Tag> = Omit<Props<T>, ElementSwitches[T]> & {
  [Name in ElementSwitches[T]]?: true | '' | null | undefined;
};

type Listeners<T extends Tag> = {
  [Name in keyof Events<T> & string as `on${Name}`]?:
    ((event: Events<T>[Name]) => void) | undefined;
};
type Usual<T extends Tag> = HTMLAttributes<HTMLElementTagNameMap[T]>;
/** The props of an element: `CallCardProps<'call-notes'>`. */
export type CallCardProps<T extends Tag> = Omit<Usual<T>, keyof Props<T>> & Own<T> & Listeners<T>;
type Elements = {[T in Tag]: CallCardProps<T>};

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Elements {}
}
