import { writeFileSync } from 'node:fs';
import { settingsDocument } from './settings/document.ts';

/** `npm run settings`: writes the reference of the settings file anew, as it is declared. */
writeFileSync(new URL('../docs/it/settings.md', import.meta.url), settingsDocument());
process.stdout.write('docs/it/settings.md was written.\n');
