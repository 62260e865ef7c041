import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { vaultSchema } from '../../electron/keeper/vault/schema.ts';
import { type FixtureManifest, fixtureManifest } from '../fixtures/manifest.ts';

/** Where the files of earlier versions lie, in a folder for each. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

const NOW = { vault: vaultSchema.version, ledger: ledgerSchema.version };
type File = keyof typeof NOW;
const FILES = ['vault', 'ledger'] as const satisfies readonly File[];

function schemaOf(release: string): FixtureManifest['schema'] {
  return fixtureManifest.parse(JSON.parse(readFileSync(`${FIXTURES}${release}/manifest.json`, 'utf8')))
    .schema;
}

/** Which files of a release are older than this version: those that its migration writes. */
export function filesBehind(release: string): readonly File[] {
  const schema = schemaOf(release);
  return FILES.filter((file) => schema[file] < NOW[file]);
}

/**
 * Whose migration is cut short: the first release's, which goes every step of the way, and of each file one that lacks the
 * last step only. Found by what fixtures say of themselves, so that the next version is among them by itself.
 * @throws where the files of a version were not kept.
 */
export function releasesToCutShort(): readonly string[] {
  const releases = readdirSync(FIXTURES).filter((name) => existsSync(`${FIXTURES}${name}/manifest.json`));
  const last = FILES.map((file) => {
    const found = releases.find((release) => schemaOf(release)[file] === NOW[file] - 1);
    if (found === undefined) throw new Error(`no files whose ${file} lacks the last step only`);
    return found;
  });
  return [...new Set(['first-release', ...last])];
}
