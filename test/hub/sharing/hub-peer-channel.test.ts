/** The hub as the way on which frames share records. */
import {expect} from '@open-wc/testing';
import {HubPeerChannel} from '../../../src/hub/sharing/hub-peer-channel.js';
import type {HubMessage} from '../../../src/model/hub/hub-message.js';
import {hubFrame} from '../../support/hub-frames.js';

const MESSAGES = [
  {kind: 'want', key: 'k'},
  {kind: 'have', key: 'k', data: 5},
  {kind: 'lack', key: 'k'},
] as const satisfies readonly HubMessage[];

describe('the channel for records', () => {
  const posted: unknown[] = [];
  let channel: HubPeerChannel;
  beforeEach(() => {
    posted.length = 0;
    const frames = [
      hubFrame('idle worker', {role: 'worker', callId: null}),
      hubFrame('worker', {role: 'worker', callId: 'call'}),
      hubFrame('tab', {role: 'tab', callId: null}),
    ];
    channel = new HubPeerChannel({
      frameId: 'own',
      frames: () => frames,
      post: (message, to) => posted.push([message, to]),
    });
  });

  it('is of the frames that load records', () => {
    expect(channel.frameId).to.equal('own');
    expect(channel.others).to.deep.equal(['worker', 'tab']);
  });

  it('carries what is said to all, or to one', () => {
    channel.post(MESSAGES[0]);
    channel.post(MESSAGES[1], 'tab');
    expect(posted).to.deep.equal([
      [MESSAGES[0], undefined],
      [MESSAGES[1], 'tab'],
    ]);
  });

  it('brings its listener what is about records, and who has gone', () => {
    const heard: unknown[] = [];
    for (const message of MESSAGES) channel.receive(message, 'tab');
    channel.left('tab');
    channel.listen({
      receive: (message, from) => heard.push([message, from]),
      left: (id) => heard.push(id),
    });
    for (const message of MESSAGES) channel.receive(message, 'tab');
    channel.receive({kind: 'alive'}, 'tab');
    channel.left('tab');
    expect(heard).to.deep.equal([...MESSAGES.map((message) => [message, 'tab']), 'tab']);
  });
});
