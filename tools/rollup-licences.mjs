/**
 * Writes `dist/cdn/THIRD-PARTY-LICENSES.txt` with rollup-plugin-license: the licences of the packages that the
 * files for script tags have built in. Own are the layout and the icons, whose package no module imports.
 */
import {readFileSync} from 'node:fs';
import license from 'rollup-plugin-license';

/** Its drawings stand in the sources, made by `node scripts/icons.mjs`. */
const ICONS = 'node_modules/lucide-static';

/** One plugin for all builds: it collects the packages of all of them, and each build writes them. */
export const licences = license({
  thirdParty: {output: {file: 'dist/cdn/THIRD-PARTY-LICENSES.txt', template: licenceTexts}},
});

/** @param {readonly Package[]} dependencies */
function licenceTexts(dependencies) {
  const icons = JSON.parse(readFileSync(`${ICONS}/package.json`, 'utf8'));
  const licenseText = readFileSync(`${ICONS}/LICENSE`, 'utf8');
  const packages = [...dependencies, {...icons, licenseText}].sort((a, b) =>
    String(a.name) < String(b.name) ? -1 : 1,
  );
  const heading = 'The files *.min.js contain parts of these packages.\n';
  return [heading, ...packages.map(licenceText)].join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * @typedef {Pick<import('rollup-plugin-license').Dependency, 'name' | 'version' | 'license' | 'licenseText'>} Package
 * @param {Package} built
 */
function licenceText({name, version, license, licenseText}) {
  if (!licenseText) throw new Error(`${name} has no licence to tell`);
  return `${name} ${version} (${license})\n\n${licenseText.trim()}\n`;
}
