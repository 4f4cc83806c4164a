/** Registers the tags, then renders: Svelte sets a property where the element already has it. */
import 'call-card-kit/define';
import {mount} from 'svelte';
import ClientTab from './client-tab.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('The page has no #app.');
mount(ClientTab, {target});
