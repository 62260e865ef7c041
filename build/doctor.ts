import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECK_GROUPS } from '../shared/doctor/catalogue.ts';
import { doctorPage } from '../shared/doctor/page.ts';
import { done, type Outcome, refused } from './outcome.ts';

const PAGE = fileURLToPath(new URL('../docs/it/doctor.md', import.meta.url));

/** `npm run doctor -- page`: writes the page of all checks. The doctor itself is a command of the package. */
function run(words: readonly string[]): Outcome {
  if (words.join(' ') !== 'page') return refused('npm run doctor knows the word page, and takes no other.');
  mkdirSync(dirname(PAGE), { recursive: true });
  writeFileSync(PAGE, doctorPage(CHECK_GROUPS));
  return done('docs/it/doctor.md was written.');
}

const { code, say } = run(process.argv.slice(2));
process.stdout.write(`${say}\n`);
process.exitCode = code;
