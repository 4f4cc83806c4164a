import {expect} from '@open-wc/testing';
import {plainText} from '../../../src/crm/format/plain-text.js';

const TABLE: readonly (readonly [string, string])[] = [
  ['', ''],
  ['  nothing special ', 'nothing special'],
  ['one \n  two', 'one\n  two'],
  ['nothing special', 'nothing special'],
  ['[B]bold[/B] [i]slanted[/i] [U]lined[/U] [s]struck[/s]', 'bold slanted lined struck'],
  ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['[p]one[/p][p]two[/p]', 'one\n\ntwo'],
  ['[LIST]\n[*]first\n[*]second\n[/LIST]', '• first\n• second'],
  ['Take:\n\n[LIST]\n[*]one\n\n[*]two\n[/LIST]\n\nThen go.', 'Take:\n• one\n• two\nThen go.'],
  ['one\n\ntwo\n\n• typed', 'one\n\ntwo\n• typed'],
  ['[LIST=1][*]first[*]second[/LIST]', '• first\n• second'],
  ['[URL=https://example.com/a]shop[/URL]', 'shop (https://example.com/a)'],
  ['[URL=https://example.com/a] shop [/URL]', 'shop (https://example.com/a)'],
  ['[URL=https://example.com/a] [/URL]', 'https://example.com/a'],
  ['[URL]https://example.com/[/URL]', 'https://example.com/'],
  ['[URL=https://example.com/]https://example.com/[/URL]', 'https://example.com/'],
  ['[URL=javascript:alert(1)]shop[/URL]', 'shop'],
  ['[USER=6]Sample User[/USER] asked', 'Sample User asked'],
  ['[COLOR=#ff0000]red[/COLOR] [SIZE=14pt]big[/SIZE]', 'red big'],
  ['[QUOTE]said[/QUOTE]', 'said'],
  ['[DISK FILE ID=n12]seen', 'seen'],
  ['[TABLE][TR][TD]a[/TD][/TR][TR][TD]b[/TD][/TR][/TABLE]', 'a\n\nb'],
  // What the writer put in brackets is not markup.
  ['[urgent] call [back]', '[urgent] call [back]'],
  ['a < b and c > d', 'a < b and c > d'],
  ['if a<b or b>c', 'if a<b or b>c'],
  ['<p>one<br>two<br/>three</p>', 'one\ntwo\nthree'],
  ['<div class="x">one</div><div>two</div>', 'one\n\ntwo'],
  ['<ul><li>first</li><li>second</li></ul>', '• first\n• second'],
  ['<ol><li class="x">first</li></ol>', '• first'],
  ['<a href="https://example.com">shop</a> <span style="x">plain</span>', 'shop plain'],
  ['fish &amp; chips &lt;b&gt; &quot;x&quot;&nbsp;y', 'fish & chips <b> "x"\u00a0y'],
  // Undone once: what was written as text stays text.
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['before<script>alert(1)</script>after', 'beforeafter'],
  ['before<style>p{}</style>after<!-- secret -->', 'beforeafter'],
  ['one\n\n\n\n\ntwo', 'one\n\ntwo'],
];

describe('plainText', () => {
  for (const [source, expected] of TABLE) {
    it(`reduces ${JSON.stringify(source)}`, () => {
      expect(plainText(source)).to.equal(expected);
    });
  }

  for (const piece of ['<p ', '[url=', '<script>', '<!--', '[b', '&amp', '[*', '<li ', ' \t']) {
    // What takes the square of the time, or a call for each character, does not come to an end here.
    it(`comes to an end on a flood of ${JSON.stringify(piece)}`, () => {
      expect(plainText(`start ${piece.repeat(200_000)}`).startsWith('start')).to.equal(true);
    });
  }
});
