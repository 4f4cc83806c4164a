/**
 * Lets a message leave. A browser sends what a script posts to another window when the script's task is
 * over: whatever else there is to do at the start would hold up the first question to the portal.
 */
export function inNextTask(run: () => void): void {
  // Not a timer: in a hidden tab those come once a second.
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}
