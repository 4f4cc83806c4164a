import {expect} from '@open-wc/testing';
import {withoutTokens} from '../../../src/model/parse/without-tokens.js';

const FILE = 'https://portal.example/rest/file?id=5';

describe('what a portal answered, without tokens', () => {
  it('has no address with a token, under whichever key and however deep', () => {
    const file = {
      id: 5,
      url: `${FILE}&auth=secret`,
      urlMachine: FILE,
      urlDownload: `${FILE}&AUTH=secret`,
      preview: {src: '/disk/show?auth=secret', width: 10},
    };
    const clean = {id: 5, preview: {width: 10}};
    expect(withoutTokens({item: {ufCrmFile: file, ufCrmFiles: [file, 'x']}})).to.deep.equal({
      item: {ufCrmFile: clean, ufCrmFiles: [clean, 'x']},
    });
  });

  it('keeps addresses without one, texts about them, and what is no object', () => {
    const item = {
      id: 17,
      url: `${FILE}&author=5`,
      comments: 'Call https://a.example/?auth=x for him',
      webs: ['https://a.example/?auth=x'],
      none: null,
    };
    expect(withoutTokens(item)).to.deep.equal(item);
    for (const value of [null, 0, 'a', true, []]) expect(withoutTokens(value)).to.deep.equal(value);
  });
});
