/**
 * The page's time, which passes only when the test says so: for the kit and for every client library
 * on the page. So limits are tested at their real lengths, without waiting and without luck.
 */
interface Timer {
  readonly at: number;
  readonly run: () => void;
}

const timers = new Map<number, Timer>();
let now = Date.now();
let timersMade = 0;

Date.now = () => now;
globalThis.setTimeout = ((run: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) => {
  timersMade += 1;
  timers.set(timersMade, {at: now + delay, run: () => run(...given)});
  return timersMade;
}) as typeof setTimeout;
globalThis.clearTimeout = (timer) => {
  timers.delete(Number(timer));
};

/** Lets milliseconds pass. What follows from each timer is done before the next one is due. */
export async function pass(milliseconds: number): Promise<void> {
  const end = now + milliseconds;
  for (;;) {
    const [first] = [...timers].sort(([, a], [, b]) => a.at - b.at);
    if (first === undefined || first[1].at > end) break;
    const [id, {at, run}] = first;
    timers.delete(id);
    now = at;
    run();
    await microtasksAreOver();
  }
  now = end;
  await microtasksAreOver();
}

/** A message is a task, and a task begins when there are no microtasks left. */
function microtasksAreOver(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
