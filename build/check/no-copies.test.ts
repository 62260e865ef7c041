import { expect, it } from 'vitest';
import { pathsWith, programSources } from './program-sources.test-support.ts';

const sources = programSources('electron/**/*.ts');
const filesWith = (what: RegExp): readonly string[] => pathsWith(sources, what);

it('nothing in the program makes a copy of a vault, a ledger or a file of keys on a disk', () => {
  const copying = /\.backup\(|\bVACUUM\b|\bcopyFile|\bcp(?:Sync)?\(|\b(?:sym)?link(?:Sync)?\(/;
  for (const way of [
    'vault.backup(path)',
    "exec('VACUUM INTO')",
    'copyFileSync(from, to)',
    'linkSync(from, to)',
  ])
    expect(copying.test(way)).toBe(true);
  expect(filesWith(copying)).toEqual([]);
  // Renamed is what was just written beside, and the ledger of lost keys, which is put aside whole.
  expect(filesWith(/\brename(?:Sync)?\(/)).toEqual([
    'electron/keeper/data-folder/former-ledger.ts',
    'electron/keeper/disk/write-whole-file.ts',
    'electron/keeper/first-staff/waiting-file.ts',
    'electron/keeper/production/write-production.ts',
    'electron/keeper/sessions/recorded-sessions.ts',
    'electron/launcher/service-manager.ts',
    'electron/provision/disk.ts',
    'electron/provision/put-in-place.ts',
  ]);
  // In memory: to see that a migration can be gone, and to look for what was planted or for a key that is to be gone.
  const copied = filesWith(/\.serialize\(/);
  expect(copied).toEqual([
    'electron/keeper/database/migration.ts',
    'electron/keeper/signing/clear-key.ts',
    'electron/keeper/statement/vault-control.ts',
  ]);
  const writing = /\b(?:writeFile|writeSync|createWriteStream|openSync|writeWholeFile)/;
  expect(sources.filter(({ path, text }) => copied.includes(path) && writing.test(text))).toEqual([]);
});
