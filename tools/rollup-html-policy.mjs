/**
 * A Rollup plugin that gives Lit, where it is built in, a Trusted Types policy of the kit's own. Own,
 * because Lit has no option for the policy's name.
 *
 * Lit makes the policy `lit-html` while it loads. A second policy of a name throws unless the page's
 * header says `'allow-duplicates'`, which would let anybody make one: a page with a Lit of its own would
 * lose whichever loads second. So the kit's has another name, and the copies of the kit on a page share
 * it, since a policy that was made can't be asked for. Where only the name is allowed that the kit's
 * files had before, it is made under that.
 */
import MagicString from 'magic-string';

export const POLICY_NAME = 'call-card-kit';

/** As Lit's files have it, minified: the Trusted Types of the page, and the policy made by them. */
const MADE_BY_LIT = /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/g;

/** What stands in its place. Its functions are the module's, where the minifier shortens their names. */
const MAKE_POLICY = `
function htmlPolicy(types) {
  const key = Symbol.for('call-card-kit.policy');
  const rules = {createHTML: (text) => text};
  const make = () => {
    try {
      return types.createPolicy('${POLICY_NAME}', rules);
    } catch (error) {
      try {
        return types.createPolicy('lit-html', rules);
      } catch {
        throw new Error("call-card-kit: the header Content-Security-Policy must name it: trusted-types ${POLICY_NAME}", {cause: error});
      }
    }
  };
  if (globalThis[key] === undefined)
    Object.defineProperty(globalThis, key, {value: make()});
  return globalThis[key];
}
`;

/** @returns {import('rollup').Plugin} */
export function htmlPolicy() {
  return {
    name: 'html-policy',
    transform(code, id) {
      if (!/[/]node_modules[/]lit-html[/]/.test(id) || !code.includes('createPolicy')) return null;
      const [made, ...others] = code.matchAll(MADE_BY_LIT);
      if (made === undefined || others.length > 0) {
        return this.error(`${id}: Lit makes its policy in another way; read it again.`);
      }
      const own = new MagicString(code);
      const [text, types] = made;
      own.overwrite(made.index, made.index + text.length, `${types}?htmlPolicy(${types}):void 0`);
      own.append(MAKE_POLICY);
      return {code: own.toString(), map: own.generateMap({hires: 'boundary'})};
    },
  };
}
