import {expect} from '@open-wc/testing';
import {readCardLayout} from '../../../src/model/crm/card-layout.js';

describe('readCardLayout', () => {
  it('reads sections and their elements in the saved order', () => {
    const {value, problems} = readCardLayout([
      {
        name: 'main',
        title: ' About the deal ',
        type: 'section',
        elements: [{name: ' TITLE ', optionFlags: '1'}, {name: 'CLIENT'}],
      },
      {name: 'user_1a2b', title: 'More', elements: [{name: 'COMMENTS', optionFlags: 0}]},
    ]);
    expect(problems).to.deep.equal([]);
    expect(value).to.deep.equal({
      sections: [
        {
          name: 'main',
          title: 'About the deal',
          elements: [
            {name: 'TITLE', always: true},
            {name: 'CLIENT', always: false},
          ],
        },
        {name: 'user_1a2b', title: 'More', elements: [{name: 'COMMENTS', always: false}]},
      ],
    });
  });

  const flags: readonly (readonly [unknown, boolean])[] = [
    ['0', false],
    ['1', true],
    [1, true],
    ['2', false],
    ['3', true],
    [null, false],
    ['x', false],
  ];
  for (const [optionFlags, always] of flags) {
    it(`shows an empty field ${always ? 'always' : 'not'} by the flags ${JSON.stringify(optionFlags)}`, () => {
      const {value} = readCardLayout([{name: 'main', elements: [{name: 'TITLE', optionFlags}]}]);
      expect(value?.sections[0]?.elements).to.deep.equal([{name: 'TITLE', always}]);
    });
  }

  it('reads lists that PHP has sent as maps', () => {
    const elements = {'1': {name: 'TITLE'}};
    expect(readCardLayout({'1': {name: 'main', title: 'Main', elements}}).value).to.deep.equal({
      sections: [{name: 'main', title: 'Main', elements: [{name: 'TITLE', always: false}]}],
    });
  });

  it('leaves out elements without a name, and sections without elements', () => {
    const {value} = readCardLayout([
      {name: 'empty', title: 'Empty', elements: []},
      {name: 'none', title: 'None'},
      {name: 'nameless', elements: [{name: ' '}, {optionFlags: '1'}, 'TITLE']},
      {elements: [{name: ''}, {name: 'TITLE'}]},
    ]);
    expect(value).to.deep.equal({
      sections: [{name: '', title: '', elements: [{name: 'TITLE', always: false}]}],
    });
  });

  for (const result of [null, [], {}, [{name: 'main', elements: []}]]) {
    it(`is none in ${JSON.stringify(result)}, which is no problem`, () => {
      expect(readCardLayout(result)).to.deep.equal({value: null, problems: []});
    });
  }

  for (const result of [undefined, '', 'text', 5, true]) {
    it(`names ${JSON.stringify([result])} as a problem`, () => {
      const found = typeof result === 'string' ? result : String(result);
      expect(readCardLayout(result)).to.deep.equal({
        value: null,
        problems: [{path: 'layout', expected: 'a list of sections', found}],
      });
    });
  }
});
