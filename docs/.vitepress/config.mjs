/** The documentation's site: its menu, its search, and how its links and headings match GitHub's. */
import {readdirSync, readFileSync} from 'node:fs';
import {defineConfig} from 'vitepress';
import {projectPath} from '../../scripts/lib/project-path.mjs';

/** The menu. Pages that are not named here follow under “The project”. */
const MENU = {
  Guide: ['start', 'two-pages', 'a-call', 'recipes', 'frameworks', 'simulator', 'migration'],
  'In a portal': ['registering', 'server', 'going-live', 'portal-quirks', 'troubleshooting'],
  Reference: ['elements', 'controller', 'ui-states', 'types', 'logging', 'protocol', 'glossary'],
  'Look and language': ['theming', 'languages', 'phone-numbers', 'accessibility'],
};

/** The same anchors as GitHub's, so that links between the pages work in both. */
const slugify = (/** @type {string} */ heading) =>
  heading
    .toLowerCase()
    .trim()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

export default defineConfig({
  title: 'call-card-kit',
  description: 'Web Components for telephony apps in Bitrix24',
  head: [['link', {rel: 'icon', href: 'data:,'}]],
  outDir: projectPath('dist-docs'),
  cacheDir: projectPath('node_modules', '.cache', 'vitepress'),
  vite: {publicDir: projectPath('node_modules', '.cache', 'docs-public')},
  vue: {template: {compilerOptions: {isCustomElement: (tag) => /^(call|crm)-/.test(tag)}}},
  markdown: {
    anchor: {slugify},
    config(md) {
      const normalizeLink = md.normalizeLink.bind(md);
      md.normalizeLink = (address) => normalizeLink(inSite(address));
    },
  },
  themeConfig: {
    search: {provider: 'local'},
    outline: [2, 3],
    sidebar: Object.entries({...MENU, 'The project': rest()}).map(([text, pages]) => ({
      text,
      items: pages.map((page) => ({text: titleOf(page), link: `/${page}`})),
    })),
  },
});

/** The pages that the menu does not name. */
function rest() {
  const named = [...Object.values(MENU).flat(), 'index'];
  return readdirSync(projectPath('docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, ''))
    .filter((page) => !named.includes(page));
}

/** @param {string} page */
function titleOf(page) {
  const text = readFileSync(projectPath('docs', `${page}.md`), 'utf8');
  return /^# (.*)$/m.exec(text)?.[1] ?? page[0]?.toUpperCase() + page.slice(1);
}

/**
 * The address in the site of what a Markdown file of the repository links to. SECURITY.md is outside of
 * docs/, and docs/security.md includes it.
 * @param {string} address
 */
function inSite(address) {
  return address.replace(/^docs\//, '').replace(/^(?:\.\.\/)?SECURITY\.md/, 'security.md');
}
