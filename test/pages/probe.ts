/** Answers what a test on another origin asks of this page, one task after the other. */
import {connectToTest} from './test-port.js';

/** What a test can ask for. The value must survive `JSON.stringify`. */
export type ProbeTasks = Readonly<Record<string, (input: never) => unknown>>;

interface Task {
  readonly id: number;
  readonly task: string;
  readonly input: never;
}

/** Opens the channel and serves the tasks; the result tells the test of an event of the page. */
export function serveTasks(tasks: ProbeTasks): (event: unknown) => void {
  const port = connectToTest();
  port.addEventListener('message', ({data}: MessageEvent<Task>) => {
    void run(port, tasks, data);
  });
  port.start();
  return (event) => port.postMessage({event: plain(event)});
}

async function run(port: MessagePort, tasks: ProbeTasks, {id, task, input}: Task): Promise<void> {
  try {
    const work = tasks[task];
    if (work === undefined) throw new Error(`The page has no task ${task}.`);
    port.postMessage({id, value: plain(await work(input))});
  } catch (error) {
    port.postMessage({id, error: plain(error) ?? {}, message: String(error)});
  }
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
