// `npm test`: runs every check and says how many passed.
import {spawnSync} from 'node:child_process';
const files = process.argv.slice(2).find((arg) => arg.startsWith('--files='))?.slice(8);
const args = ['wtr', ...(files ? ['--files', files] : [])];
process.exit(spawnSync('npx', args, {stdio: 'inherit'}).status ?? 1);
