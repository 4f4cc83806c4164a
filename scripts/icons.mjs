/** `npm run icons`: writes the elements' icons from the drawings of lucide-static. */
import {writeFileSync} from 'node:fs';
import {ICON_FILES, iconModule} from './lib/build/icon-module.mjs';
import {projectPath} from './lib/project-path.mjs';

for (const [path, names] of Object.entries(ICON_FILES)) {
  writeFileSync(projectPath(path), await iconModule(path, names));
}
