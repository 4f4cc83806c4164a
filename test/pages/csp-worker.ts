/** A worker of the built file that does what the operator asks for, as an app with an engine would. */
import type * as Worker from '../../src/entries/worker.js';
import {VIOLATION_TASKS} from './csp-violations.js';
import {ELEMENT_TASKS} from './element-tasks.js';
import {serveTasks} from './probe.js';

// The page's own script tag names the same file, which is run once.
const file = '/dist/cdn/call-card-worker.min.js';
const {startWorker} = (await import(file)) as typeof Worker;

const controller = startWorker();
const tell = serveTasks({
  ...ELEMENT_TASKS,
  ...VIOLATION_TASKS,
  ready: async () => (await controller.start()).status,
  diagnostics: () => controller.diagnostics,
});
controller.on('initialized', () => {
  void controller.setUiState('incoming').then(() => tell('initialized'));
});
controller.onAction(async ({action}) => {
  tell(action.name);
  if (action.name === 'answer') await controller.setUiState('connected');
  if (action.name === 'mute') await controller.setMute(action.muted);
});
