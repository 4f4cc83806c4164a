import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';
import {answerPosts} from '../answer-posts.js';

/** The kit's tags are elements of the page, not components that Vue would have to find. */
const isCustomElement = (tag) => /^(call|crm)-/.test(tag);

export default defineConfig({
  base: './', // A portal may open the page at any path.
  plugins: [answerPosts, vue({template: {compilerOptions: {isCustomElement}}})],
});
