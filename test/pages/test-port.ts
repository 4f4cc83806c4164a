/** How an app's page on the other origin reaches the test that opened it. */

/** Opens a channel to the test, beside the messages to the portal. */
export function connectToTest(): MessagePort {
  const channel = new MessageChannel();
  const [host, , sid] = window.name.split('|');
  parent.postMessage({app: sid}, `http://${host ?? ''}`, [channel.port2]);
  return channel.port1;
}
