/**
 * The app's background worker, without which a tab has no buttons to answer with. It has no framework:
 * it is the same for a tab in any of them. In place of a telephone line, everything succeeds at once.
 */
import {startWorker} from 'call-card-kit/worker';

const card = startWorker();

card.on('initialized', (call) =>
  card.setUiState(call?.direction === 'outgoing' ? 'outgoing' : 'incoming'),
);
card.onAction(async ({action}) => {
  if (action.name === 'answer' || action.name === 'make-call') await card.setUiState('connected');
  if (action.name === 'skip' || action.name === 'hang-up') await card.close();
});
