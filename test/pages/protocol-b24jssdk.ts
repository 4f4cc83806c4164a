/** An app on `@bitrix24/b24jssdk`, as it comes from npm: a test tells it what to do with it. */
import {initializeB24Frame, type B24Frame} from '@bitrix24/b24jssdk';
import {connectToTest} from './test-port.js';

/** What a test can ask for, and what the library gave for it. */
const TASKS: Readonly<Record<string, (b24: B24Frame, input: TaskInput) => Promise<unknown>>> = {
  describe: (b24) =>
    Promise.resolve({
      placement: b24.placement.title,
      options: b24.placement.options as unknown,
      language: b24.getLang(),
      isAdmin: b24.auth.isAdmin,
    }),
  call: (b24, {name, parameters}) => b24.placement.call(name, parameters),
  getInterface: (b24) => b24.placement.getInterface(),
  // Its promise is settled by a timer of its own, or by the first event; neither is waited for.
  bind: (b24, {name}) => {
    void b24.placement.bindEvent(name, (value: unknown) => {
      port.postMessage({event: name, value});
    });
    return Promise.resolve('bound');
  },
  rest: async (b24, {name, parameters}) => {
    const answer = await b24.actions.v2.call.make({method: name, params: parameters});
    return answer.getData()?.result;
  },
  batch: async (b24, {parameters}) => {
    const answer = await b24.actions.v2.batch.make({
      calls: parameters as Record<string, {method: string; params: Record<string, unknown>}>,
      options: {isHaltOnError: false, returnAjaxResult: false},
    });
    return answer.getData();
  },
  openPath: (b24, {name}) => b24.slider.openPath(b24.slider.getUrl(name), 900),
};

interface TaskInput {
  readonly name: string;
  readonly parameters: Record<string, unknown>;
}

interface Task extends Partial<TaskInput> {
  readonly id: number;
  readonly task: string;
}

const port = connectToTest();
const connecting = initializeB24Frame();

port.addEventListener('message', ({data}: MessageEvent<Task>) => {
  void run(data);
});
port.start();

async function run({id, task, name = '', parameters = {}}: Task): Promise<void> {
  try {
    const value = await TASKS[task]?.(await connecting, {name, parameters});
    port.postMessage({id, value: plain(value)});
  } catch (error) {
    port.postMessage({id, error: String(error)});
  }
}

/** Without the functions and classes that cannot travel. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
