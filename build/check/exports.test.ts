import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';
import { pathsWith, programSources } from './program-sources.test-support.ts';

const sources = programSources('electron/**/*.ts');
const filesWith = (what: RegExp): readonly string[] => pathsWith(sources, what);

/** Health records, ledgers, checkpoints, answers of a search, statements, statistics: none of them has a person. */
const WRITERS = [
  'electron/keeper/disk/save-export.ts',
  'electron/keeper/health/health-files.ts',
  'electron/keeper/ledger/ledger-calls.ts',
  'electron/keeper/record-search/search-answer-calls.ts',
  'electron/keeper/statement/made-statement-calls.ts',
  'electron/keeper/statistics/statistics-calls.ts',
];

// Whoever writes one more export has to come by here, and to say that no person is in it; and, where no entry of the ledger tells
// of it, on the paper of a custody statement (`ledger-on-paper.ts`).
it('the folder for exports is known to these calls of the keeper, of which one exports a person', () => {
  expect(filesWith(/exportFolder/).filter((path) => !/\/(start|launcher)\//.test(path))).toEqual([
    // Whether what is mounted there is the drive that the settings name: it opens nothing on it.
    'electron/doctor/looks/disk.ts',
    // Whether a unit's line that lets the kiosk write there is the product's own.
    'electron/doctor/looks/program.ts',
    'electron/keeper/health/health-files.ts',
    'electron/keeper/ledger/ledger-calls.ts',
    'electron/keeper/policy/policy-calls.ts',
    'electron/keeper/production/production-calls.ts',
    'electron/keeper/record-search/search-answer-calls.ts',
    'electron/keeper/statement/made-statement-calls.ts',
    'electron/keeper/statement/places-to-search.ts',
    'electron/keeper/statistics/statistics-calls.ts',
    'electron/keeper/suspension/orders-on-stick.ts',
  ]);
  expect(filesWith(/\bsaveExport\(/)).toEqual(WRITERS);
  expect(filesWith(/\bwriteWholeFile\(/)).toEqual([
    'electron/keeper/disk/save-export.ts',
    'electron/keeper/disk/write-whole-file.ts',
    // Into the data folder: the same record.
    'electron/keeper/health/health-files.ts',
  ]);
  expect(filesWith(/\bwriteProduction\(/)).toEqual([
    'electron/keeper/production/production-calls.ts',
    'electron/keeper/production/write-production.ts',
  ]);
});

it('the keeper writes files in these places and no other', () => {
  const writing = /\b(writeFile|writeFileSync|writeSync|createWriteStream|copyFileSync|cpSync)\b/;
  expect(filesWith(writing).filter((path) => path.startsWith('electron/keeper/'))).toEqual([
    'electron/keeper/custody/slot-file.ts',
    'electron/keeper/database/erase-journal.ts',
    'electron/keeper/disk/onto-drive.ts',
    'electron/keeper/disk/write-whole-file.ts',
    // An empty file, and zeros over passphrases that were taken.
    'electron/keeper/first-staff/set-up-mark.ts',
    'electron/keeper/first-staff/waiting-file.ts',
    'electron/keeper/production/write-production.ts',
    'electron/keeper/sessions/recorded-sessions.ts',
    'electron/keeper/statement/control-files.ts',
  ]);
  expect(filesWith(/\breplaceWhole\(/)).toEqual([
    'electron/keeper/disk/write-whole-file.ts',
    // Entries of legal holds: nobody is in it but who set one, by an identifier.
    'electron/keeper/holds/holds-beside-vault.ts',
  ]);
});

it('nothing that a program of the kiosk deletes is a vault, a ledger or a file of keys', () => {
  const deleting = filesWith(/\b(rm|rmSync|unlink|unlinkSync|rmdir|rmdirSync|truncateSync|ftruncateSync)\(/);
  expect(deleting).toEqual([
    'electron/core/search/positive-control.ts',
    // It makes its file longer.
    'electron/keeper/custody/slot-file.ts',
    'electron/keeper/disk/write-whole-file.ts',
    'electron/keeper/first-staff/set-up-mark.ts',
    'electron/keeper/first-staff/waiting-file.ts',
    // Entries of legal holds: nobody is in it but who set one, by an identifier.
    'electron/keeper/holds/holds-beside-vault.ts',
    'electron/keeper/production/write-production.ts',
    'electron/keeper/sessions/recorded-sessions.ts',
    'electron/keeper/sessions/volatile-folder.ts',
    // The folder in memory of the keeper that ends.
    'electron/keeper/start/run-keeper.ts',
    'electron/keeper/statement/control-files.ts',
    'electron/launcher/front-process.ts',
    'electron/launcher/service-manager.ts',
    'electron/print/os/printing-folder.ts',
    // What lies beside the settings, and first staff that nobody has taken.
    'electron/provision/disk.ts',
    // The code of the last refusal, in memory.
    'electron/provision/run.ts',
  ]);
  const knowing = filesWith(/\bKIOSK_FILES\b/);
  expect(knowing.length).toBeGreaterThan(1);
  expect(deleting.filter((path) => knowing.includes(path))).toEqual([]);
});

it('of the package’s scripts and units the purge alone removes what a kiosk kept', () => {
  const folder = fileURLToPath(new URL('build/packaging/debian/', repository));
  const packaged = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => ({ path, file: join(folder, path) }))
    .filter(({ file }) => statSync(file).isFile())
    .map(({ path, file }) => ({ path, text: readFileSync(file, 'utf8') }));
  const deleting = pathsWith(packaged, /(?:^|[^a-z-])(?:rm|rmdir|shred|unlink|truncate) |-delete\b/m);
  expect(deleting).toEqual([
    'control/postinst',
    'control/postrm',
    'control/preinst',
    'control/prerm',
    'functions.sh',
    'root/usr/lib/@slug@/make-display-cookie',
    'root/usr/lib/@slug@/open-way-to-printers',
    // Marks of a removal, which it takes back.
    'root/usr/lib/systemd/system/@slug@.service',
    // What CUPS had on the disk.
    'root/usr/sbin/@slug@-cups',
  ]);
  // So the scripts call the folder with vault, ledger and keys, where they do not spell it out.
  expect(pathsWith(packaged, /^data=\$root\/var\/lib\/counterfoil$/m)).toEqual(['functions.sh']);
  const removing = /(?:rm|rmdir|shred|find|mv) [^\n]*(?:"\$data|\/var\/lib\/counterfoil(?![.\w]))/;
  expect(pathsWith(packaged, removing)).toEqual(['control/postrm']);
});

it('the doctor alone looks whether the machine swaps, sleeps to its disk or writes memory dumps, in a process that the launcher or the keeper starts', () => {
  const looking = /proc\/swaps|swapon|SwapTotal|core_pattern|RLIMIT_CORE|sys\/power/;
  expect(looking.test('/proc/swaps')).toBe(true);
  expect(filesWith(looking)).toEqual([
    'electron/doctor/looks/computer.ts',
    'electron/doctor/looks/memory.ts',
  ]);
  // By the word behind the command, or because the keeper has it look; and by no other way.
  expect(filesWith(/doctor\.mjs|\b(?:examineByProcess|runDoctor)\(/)).toEqual([
    'electron/keeper/doctor/examine-by-process.ts',
    'electron/keeper/start/build-health.ts',
    'electron/launcher/compose-configuration.ts',
    'electron/launcher/doctor-process.ts',
    'electron/launcher/main.ts',
  ]);
});

it('the program reads no private key into a KeyObject; it signs in one place, and these with the kiosk’s key', () => {
  expect(filesWith(/\bcreatePrivateKey\(/)).toEqual([]);
  expect(filesWith(/\bcrypto_sign_detached\(/)).toEqual(['electron/keeper/signing/signing-key.ts']);
  expect(filesWith(/\bsigningKey\(\)[.,)]/)).toEqual([
    // Receipts.
    'electron/keeper/endings/wipe-acts.ts',
    // The ledger.
    'electron/keeper/ledger/ledger.ts',
    'electron/keeper/ledger/opening-entry.ts',
    // Manifests, answers of name searches, appeal codes.
    'electron/keeper/production/production-entries.ts',
    'electron/keeper/record-search/signed-answers.ts',
    'electron/keeper/slips/write-denial.ts',
    // Custody statements.
    'electron/keeper/statement/stated-ledger.ts',
    'electron/keeper/statement/statement-calls.ts',
  ]);
});

it('one process alone can encrypt to somebody outside, and it writes no file', () => {
  expect(filesWith(/from 'age-encryption'/)).toEqual(['electron/production/seal-record.ts']);
  const ofProcess = sources.filter(({ path }) => path.startsWith('electron/production/'));
  expect(ofProcess.length).toBeGreaterThan(0);
  expect(ofProcess.filter(({ text }) => /node:(fs|net|http|child_process)/.test(text))).toEqual([]);
});
