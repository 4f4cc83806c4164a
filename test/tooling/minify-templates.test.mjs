import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rollup} from 'rollup';
import {minifyCss, minifyHtml, minifyTemplates} from '../../tools/rollup-minify-templates.mjs';

describe('a template', () => {
  it('keeps one space where words or elements in a line have some between them', () => {
    assert.equal(minifyHtml('<b>a</b>\n    <i>b</i> c'), '<b>a</b> <i>b</i> c');
    // A value may stand at either end.
    assert.equal(minifyHtml('\n  <span> '), ' <span> ');
  });

  it('has none around what begins a line of its own', () => {
    assert.equal(
      minifyHtml('\n <p class="x">\n  a\n </p>\n <ul> <li>b</li> </ul>\n'),
      '<p class="x">a</p><ul><li>b</li></ul>',
    );
    // Not to be mistaken for a part of that name.
    assert.equal(minifyHtml('a <path d="M0 0" />'), 'a <path d="M0 0" />');
  });

  it('keeps a tag whole whose attributes stand in lines', () => {
    assert.equal(minifyHtml('<button\n  class="icon"\n  title='), '<button class="icon" title=');
  });
});

describe('a stylesheet', () => {
  it('has no comments and no spaces, but values of custom properties as they are', () => {
    const css = `
      /* Why. */
      :host([theme='dark']) {
        --call-card-dark: ;
        --dark-text: var(--call-card-dark) #f8f8f8;
      }
    `;
    assert.equal(
      minifyCss(css),
      ':host([theme="dark"]){--call-card-dark: ;--dark-text: var(--call-card-dark) #f8f8f8}',
    );
  });
});

describe('characters of a stylesheet', () => {
  it('are not written as escapes, which a literal would take for its own', () => {
    assert.equal(minifyCss(`a::after { content: ' ·'; }`), 'a:after{content:" ·"}');
    const escaped = `a::after { content: '\\b7'; }`;
    assert.equal(minifyCss(escaped), escaped);
  });
});

describe('a script of an element', () => {
  it('has its templates and stylesheets short, and other strings as they are', async () => {
    const code = await built(
      'import {css, html} from "lit";\n' +
        'export const all = (a) => [html`\n <p>\n ${a} b\n </p>`, css`\n a { color: red; }`, css`\n ${a}\n`, `\n  x`];',
    );
    assert.ok(
      code.includes('[html`<p>${a} b</p>`, css`a{color:red}`, css`\n ${a}\n`, `\n  x`]'),
      code,
    );
  });
});

/** @param {string} source */
async function built(source) {
  const bundle = await rollup({
    input: '/src/components/element.ts',
    external: ['lit'],
    plugins: [
      {name: 'virtual-module', resolveId: (id) => (id === 'lit' ? null : id), load: () => source},
      minifyTemplates(),
    ],
  });
  const {output} = await bundle.generate({});
  return output[0].code;
}
