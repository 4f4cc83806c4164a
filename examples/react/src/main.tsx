/** Registers the tags, then renders: React sets a property where the element already has it. */
import 'call-card-kit/define';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {ClientTab} from './client-tab';

const app = document.querySelector('#app');
if (app === null) throw new Error('The page has no #app.');
createRoot(app).render(
  <StrictMode>
    <ClientTab />
  </StrictMode>,
);
