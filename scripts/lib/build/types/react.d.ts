/** The elements in JSX of React 19. */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {ElementEvents, ElementProps, ElementSwitches} from './elements.js';

type Tag = keyof ElementProps;
type Props<T extends Tag> = ElementProps[T];
type Events<T extends Tag> = ElementEvents[T];

type Listeners<T extends Tag> = {
  [Name in keyof Events<T> & string as `on${Name}`]?:
    ((event: Events<T>[Name]) => void) | undefined;
};
type Usual<T extends Tag> = DetailedHTMLProps<
  HTMLAttributes<HTMLElementTagNameMap[T]>,
  HTMLElementTagNameMap[T]
>;
/** The props of an element: `CallCardProps<'call-notes'>`. */
export type CallCardProps<T extends Tag> = Omit<Usual<T>, keyof Props<T>> & Props<T> & Listeners<T>;
type Elements = {[T in Tag]: CallCardProps<T>};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
