/**
 * `node scripts/number-metadata.mjs`: writes what the kit knows of the numbers of countries, from the
 * installed libphonenumber-js. A test says when it has become older than that.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {numberZones} from './lib/build/number-zones.mjs';
import {projectPath} from './lib/project-path.mjs';

for (const [path, text] of numberZones()) {
  const file = projectPath(path);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
}
