/** The elements in templates of Vue 3. */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {ElementEvents, ElementProps, ElementSwitches} from './elements.js';

type Tag = keyof ElementProps;
type Props<T extends Tag> = ElementProps[T];
type Events<T extends Tag> = ElementEvents[T];
/** In templates `false` would become the attribute `compact="false"`, which counts as set. */
type Own<T extends Tag> = Omit<Props<T>, ElementSwitches[T]> & {
  [Name in ElementSwitches[T]]?: true | '' | null | undefined;
};

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;
type Listeners<T extends Tag> = {
  [Name in keyof Events<T> & string as `on${Capitalize<Camel<Name>>}`]?:
    ((event: Events<T>[Name]) => void) | undefined;
};
/** The props of an element: `CallCardProps<'call-notes'>`. */
export type CallCardProps<T extends Tag> = Omit<HTMLAttributes, keyof Props<T>> &
  PublicProps &
  Own<T> &
  Listeners<T>;
type Elements = {
  [T in Tag]: new () => HTMLElementTagNameMap[T] & {
    $props: CallCardProps<T>;
    $emit: EmitFn<{[Name in keyof Events<T>]: (event: Events<T>[Name]) => void}>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
