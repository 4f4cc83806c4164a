import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vite';
import {answerPosts} from '../answer-posts.js';

// A portal may open the page at any path.
export default defineConfig({base: './', plugins: [answerPosts, svelte()]});
