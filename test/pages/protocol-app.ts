/** An app without a client library: it sends what a test tells it and reports what arrives. */
import {connectToTest} from './test-port.js';

const port = connectToTest();
const portalOrigin = `http://${window.name.split('|')[0] ?? ''}`;

port.addEventListener('message', ({data}: MessageEvent<unknown>) => {
  parent.postMessage(data, portalOrigin);
});
window.addEventListener('message', ({data}: MessageEvent<unknown>) => {
  port.postMessage(data);
});
port.start();
