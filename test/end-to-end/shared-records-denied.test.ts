/** What the frames of one app cost together where the browser denies them their ways to each other. */
import {expect} from '@open-wc/testing';
import {CONTACT} from '../../src/model/entity/entity-type.js';
import type {Denial} from '../../src/simulator/index.js';
import {allShow, framesStage} from './frames-stage.js';

const KLAUS = {typeId: CONTACT, id: 17};
const ANNA = {typeId: CONTACT, id: 18};
const FRAMES = 4;

describe('the frames of one app', function () {
  this.timeout(120_000);
  const stage = framesStage();

  const DENIALS: readonly (readonly [Denial, number])[] = [
    // Frames that ask each other at the very same moment may each load it.
    ['locks', FRAMES],
    ['locks-missing', FRAMES],
    ['broadcast-channel', 1],
    ['broadcast-channel-alone', FRAMES],
    ['storage', 1],
  ];
  for (const [denial, most] of DENIALS) {
    it(`all have the right record without ${denial}`, async () => {
      stage().deny(denial);
      stage().call(KLAUS);
      const all = await stage().open(FRAMES);
      await allShow(all, 'Klaus Weber', 'Client', 'Jonas Becker');
      expect((await stage().counted()).length).to.be.within(1, FRAMES);
      // The frames know each other by now, and hear of the next record at one moment.
      stage().portal.changeEntity(ANNA);
      await allShow(all, 'Anna Luise Schmidt', 'Ms.');
      expect((await stage().counted()).length).to.be.within(1, most);
    });
  }
});
