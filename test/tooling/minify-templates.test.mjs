/** What the minifier of templates, as the build uses it, leaves of Lit's templates and stylesheets. */
import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {templates} from '../../rollup.config.mjs';

describe('a template', () => {
  it('keeps one space where words, elements or values in a line have some between them', async () => {
    assert.equal(await built('html`<b>a</b>\n    <i>b</i> c`'), 'html`<b>a</b> <i>b</i> c`');
    assert.equal(await built('html`<b>${a}</b>\n ${a}`'), 'html`<b>${a}</b> ${a}`');
  });

  it('keeps a space at its end, where another template may follow', async () => {
    assert.equal(await built('html`<span>${a}</span> `'), 'html`<span>${a}</span> `');
  });

  it('has its tags in one line, without comments', async () => {
    const text = 'html`<button\n  class="icon"\n  title=${a}\n><!-- Why. -->b</button>`';
    assert.equal(await built(text), 'html`<button class="icon" title="${a}">b</button>`');
  });
});

describe('a stylesheet', () => {
  it('has no comments and no spaces, but empty custom properties as they are', async () => {
    const css = `css\`
      /* Why. */
      :host([theme='dark']) {
        --call-card-dark: ;
        --dark-text: var(--call-card-dark) #f8f8f8;
      }
    \``;
    assert.equal(
      await built(css),
      'css`:host([theme=dark]){--call-card-dark: ;--dark-text:var(--call-card-dark) #f8f8f8}`',
    );
  });

  it('keeps characters and escapes, which a literal would take for its own', async () => {
    assert.equal(await built("css`a::after { content: ' ·'; }`"), 'css`a:after{content:" ·"}`');
    const escaped = "css`a::after { content: '\\\\b7'; }`";
    assert.equal(await built(escaped), 'css`a:after{content:"\\\\b7"}`');
  });

  it('keeps the values of a script in their places', async () => {
    assert.equal(await built('css`a { color: ${a}; }`'), 'css`a{color:${a}}`');
  });
});

it('strings of a script are left as they are', async () => {
  assert.equal(await built('`\n  x <b> </b>`'), '`\n  x <b> </b>`');
});

/**
 * @param {string} expression
 * @returns {Promise<string>} the same after the build's plugin
 */
async function built(expression) {
  const code = `import {css, html} from 'lit'; export default (a) => [css, html, ${expression}];`;
  const bundle = await rollup({
    input: resolve('src/components/element.ts'),
    external: ['lit'],
    plugins: [
      {name: 'virtual-module', resolveId: (id) => (id === 'lit' ? null : id), load: () => code},
      templates,
    ],
  });
  const {output} = await bundle.generate({});
  return /=> \[css, html, (.*)\]/s.exec(output[0].code)?.[1] ?? output[0].code;
}
