import {defineConfig} from 'vite';
import {answerPosts} from '../answer-posts.js';

// A portal may open the page at any path. JSX needs no plugin: tsconfig.json says what it is.
export default defineConfig({base: './', plugins: [answerPosts]});
