/** What of the sources goes into custom-elements.json, which describes the elements to other tools. */
import {publicApi} from './tools/manifest-public-api.mjs';

export default {
  globs: [
    'src/components/*/call-*.ts',
    'src/components/*/crm-*.ts',
    'src/components/shared/localized-element.ts',
    'src/events/*-event.ts',
  ],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  // The field in package.json is written by hand.
  packagejson: false,
  plugins: [publicApi()],
};
