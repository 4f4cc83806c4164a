/** Registers the tags, then renders: Vue sets a property where the element already has it. */
import 'call-card-kit/define';
import {createApp} from 'vue';
import ClientTab from './client-tab.vue';

createApp(ClientTab).mount('#app');
