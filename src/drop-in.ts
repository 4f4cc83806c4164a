/**
 * The script tag's entry: starts the connection at once, while the elements and Lit are still being
 * loaded beside it.
 */
import {pageController} from './connect.js';

pageController();
void import('./define.js');

export {pageController};
