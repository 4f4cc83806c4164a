/** What a test can ask of the controller of a page, be it a widget or a worker. */
import type {CallCardController} from '../../src/controller/call-card-controller.js';
import type {HistoryOptions} from '../../src/crm/history.js';
import type {EntityRef} from '../../src/model/entity/entity-ref.js';
import type {CardCommand} from '../../src/model/card/card-command.js';
import {CallCardError} from '../../src/model/errors/call-card-error.js';
import type {OperatorAction} from '../../src/model/card/operator-action.js';
import type {ProbeTasks} from './probe.js';

/** When an action is done: at once, when the test says so with `finish`, or never. */
type Finish = 'at-once' | 'when-told' | 'never';

export function controllerTasks(controller: CallCardController): ProbeTasks {
  /** What was heard since `listen` and `lead`, in order. */
  const heard: unknown[] = [];
  const unfinished = new Map<string, () => void>();
  const undo: (() => void)[] = [];
  /** Every picture since `record`: the call and the card. */
  const pictures: unknown[] = [];
  return {
    ready: async () => (await controller.start()).status,
    snapshot: () => controller.snapshot,
    record: () => {
      controller.subscribe(({call, card}) => pictures.push({call, card}));
    },
    recorded: () => pictures,
    diagnostics: () => controller.diagnostics,
    run: (command: CardCommand) => controller.run(command),
    /** How a command ended, as a value: none rejects. */
    outcome: (command: CardCommand) => outcomeOf(controller.run(command)),
    outcomeFor: ({callId, command}: {callId: string; command: CardCommand}) =>
      outcomeOf(controller.forCall(callId).run(command)),
    /** What an element does when it is clicked; returns how the action ended. */
    request: (action: OperatorAction) => controller.requestAction(action),
    /** Hears actions from now on, and by that stands for leader. */
    listen: (finish: Finish | null) => {
      const stop = controller.onAction(({id, action, source, callId, interrupted}) => {
        heard.push({id, action, source, callId, interrupted});
        if (finish === null || finish === 'at-once') return undefined;
        return new Promise<void>((resolve) => {
          if (finish === 'when-told') unfinished.set(id, resolve);
        });
      });
      undo.push(stop);
    },
    finish: (id: string) => unfinished.get(id)?.(),
    /** Runs an engine that does nothing but say when it leads. */
    lead: () => {
      const stop = controller.lead(() => {
        heard.push('leads');
        return () => heard.push('leads no more');
      });
      undo.push(stop);
    },
    /** Takes `listen` and `lead` back. */
    retire: () => {
      for (const stop of undo.splice(0)) stop();
    },
    heard: () => heard,
    /** Loads a history as an element does, and returns what a test looks at. */
    history: async ({ref, options}: {ref: EntityRef; options?: HistoryOptions}) => {
      const history = await controller.crm.history(ref, {acceptOld: true, ...options});
      const {past, planned, openItems, currentActivity, isOld} = history;
      return {past, planned, openItems, currentActivity, isOld};
    },
    dispose: () => controller.dispose(),
  };
}

async function outcomeOf(running: Promise<unknown>): Promise<unknown> {
  try {
    return {status: 'done', value: await running};
  } catch (error) {
    if (!(error instanceof CallCardError)) throw error;
    const {code, message, request, parameters} = error;
    return {status: 'failed', code, message, request, parameters};
  }
}
