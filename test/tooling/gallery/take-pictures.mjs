/**
 * `node test/tooling/gallery/take-pictures.mjs` replaces the gallery's pictures that have changed, and removes those without an
 * address. Look at each before committing it.
 */
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';
import {openGallery} from './gallery-page.mjs';
import {
  differenceOf,
  fileOf,
  FOLDER,
  FONTS_FILE,
  measureFonts,
  PICTURES,
  takePicture,
} from './pictures.mjs';

const gallery = await openGallery();
try {
  mkdirSync(FOLDER, {recursive: true});
  const shown = await gallery.openPage();
  writeFileSync(FONTS_FILE, `${JSON.stringify(await measureFonts(shown), null, 2)}\n`);
  for (const address of PICTURES) {
    const file = fileOf(address);
    const taken = await takePicture(shown, address);
    const difference = differenceOf(file, taken);
    if (difference === undefined) continue;
    writeFileSync(projectPath(FOLDER, file), taken);
    console.log(`${file}: ${difference} Taken.`);
  }
  const wanted = new Set(PICTURES.map(fileOf));
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.png'))) {
    if (!wanted.has(file)) rmSync(projectPath(FOLDER, file));
  }
} finally {
  await gallery.close();
}
