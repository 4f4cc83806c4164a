/**
 * Bundles what `ngc` has compiled ahead of time, so that no compiler is in the page. Angular's own
 * packages come half compiled: its linker does the rest here, as Angular's CLI has it done.
 */
import linker from '@angular/compiler-cli/linker/babel';
import {transformAsync} from '@babel/core';
import {defineConfig} from 'vite';
import {answerPosts} from '../answer-posts.js';

/** @type {import('vite').Plugin} */
const angularLinker = {
  name: 'angular-linker',
  transform: {
    filter: {code: 'ɵɵngDeclare'},
    async handler(code, filename) {
      const linked = await transformAsync(code, {
        filename,
        plugins: [linker],
        sourceMaps: true,
        compact: false,
        configFile: false,
        babelrc: false,
      });
      return {code: linked?.code ?? code, map: linked?.map};
    },
  },
};

export default defineConfig({
  base: './', // A portal may open the page at any path.
  plugins: [answerPosts, angularLinker],
  define: {ngDevMode: 'false', ngJitMode: 'false'},
});
