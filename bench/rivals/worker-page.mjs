/** The kit's page for the background worker, as an app has it that gets by without code of its own. */
import {WORKER_START} from '../../scripts/lib/build/script-files.mjs';
import {headWith, html} from './page-html.mjs';

/** The name of its files. */
export const WORKER = 'call-card-worker';
export const WORKER_ENTRY = `${WORKER}.min.js`;

/** Says once when the kit's controller is ready; runs after the entry, since both are modules. */
const WATCH = `<script type="module">
  let isReady = false;
  globalThis[Symbol.for('call-card-kit.controller')].subscribe(({status}) => {
    if (isReady || status !== 'ready') return;
    isReady = true;
    parent.postMessage({report: performance.now()}, '*');
  });
</script>`;

export const WORKER_PAGE = html(headWith(WORKER_ENTRY, WORKER_START), '', WATCH);
