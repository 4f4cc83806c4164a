/** An app over the adapter for `@bitrix24/b24jssdk`, which is as it comes from npm. */
import {B24Frame, initializeB24Frame} from '@bitrix24/b24jssdk';
import {fromB24Frame} from '../../src/portal/b24jssdk-transport.js';
import {serveContract} from './contract-tasks.js';

let pageLoads = 0;

serveContract(async () => {
  pageLoads += 1;
  // The library makes one frame for a page; further ones stand for the page being loaded again.
  const b24 = pageLoads === 1 ? await initializeB24Frame() : await anotherFrame();
  return {portal: fromB24Frame(b24), end: () => b24.destroy()};
});

/** What `initializeB24Frame` does, once more. */
async function anotherFrame(): Promise<B24Frame> {
  const [domain, protocol, sid] = window.name.split('|');
  const b24 = new B24Frame({DOMAIN: domain, PROTOCOL: protocol === '1', APP_SID: sid, LANG: null});
  await b24.init();
  return b24;
}
