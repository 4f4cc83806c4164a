import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vite';

// A portal may open the page at any path.
export default defineConfig({base: './', plugins: [svelte()]});
