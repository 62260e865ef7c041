import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { snapshotOf } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { codeOfCheckpoint } from '../../electron/keeper/ledger/checkpoint-code.ts';
import { newKey, tamper } from '../../electron/keeper/ledger/ledger.test-support.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { checkpointSchema } from '../../shared/ledger/checkpoint.ts';
import { firstOf } from '../../tests/support/sample.ts';

const script = fileURLToPath(new URL('../ledger.ts', import.meta.url));

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const written = mkdtempSync(join(tmpdir(), 'counterfoil-ledger-'));
beforeAll(() => {
  const made = run('demo', join(written, 'ledger.db'), '--entries', '5000');
  expect(made).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => rmSync(written, { recursive: true, force: true }));

/** A copy of the ledger that the command has written. */
function demo() {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(written, folder, { recursive: true });
  return { folder, path: join(folder, 'ledger.db') };
}

function fileOf(folder: string, checkpoint: string): string {
  const path = join(folder, 'kept.json');
  writeFileSync(path, checkpoint);
  return path;
}

describe('npm run ledger', () => {
  it('verifies a good ledger, exports it and prints its checkpoint, and changes nothing of it', () => {
    const { folder, path } = demo();
    const before = snapshotOf(folder);
    const verified = run('verify', path);
    expect(verified).toMatchObject({ status: 0, stderr: '' });
    expect(verified.stdout).toMatch(/^All 5000 entries hold[^\n]*\n$/);
    const printed = run('checkpoint', path);
    expect(printed.status).toBe(0);
    const checkpoint = checkpointSchema.parse(JSON.parse(printed.stdout));
    expect(checkpoint.sequence).toBe(5_000);
    expect(snapshotOf(folder)).toEqual(before);

    const kept = join(folder, 'checkpoint.json');
    writeFileSync(kept, printed.stdout);
    expect(run('verify', path, '--checkpoint', kept).stdout).toContain('agrees with the checkpoint');
    writeFileSync(kept, printed.stdout.replace('"sequence": 5000', '"sequence": 4999'));
    expect(run('verify', path, '--checkpoint', kept)).toMatchObject({ status: 2 });

    // A checkpoint's file has the key alone: this is what is compared with a day sheet.
    const { stdout: key } = run('fingerprint', fileOf(folder, printed.stdout));
    expect(verified.stdout).toContain(`by the key ${key.trim()};`);
    expect(run('fingerprint', codeOfCheckpoint(checkpoint)).stdout).toBe(key);

    // As a scanner reads the code of a day sheet, and as somebody types it.
    const code = codeOfCheckpoint(checkpoint);
    const scanned = join(folder, 'scanned.txt');
    writeFileSync(scanned, `${code.replaceAll(' ', '')}\n`);
    expect(run('verify', path, '--checkpoint', scanned).stdout).toContain('checkpoint at entry 5000');
    expect(run('verify', path, '--checkpoint', code.toLowerCase()).stdout).toContain('at entry 5000');
    const last = code.at(-1) === 'A' ? 'B' : 'A';
    const altered = run('verify', path, '--checkpoint', `${code.slice(0, -1)}${last}`);
    expect(altered).toMatchObject({ status: 2, stderr: expect.stringContaining('signature does not hold') });
    expect(run('verify', path, '--checkpoint', code.slice(1))).toMatchObject({ status: 2 });

    const out = join(folder, 'ledger.csv');
    expect(run('export', path, '--format', 'csv', '--out', out)).toMatchObject({ status: 0 });
    expect(readFileSync(out, 'utf8').trimEnd().split('\r\n')).toHaveLength(5_001);
    // Never over a file that is there.
    expect(run('export', path, '--format', 'ndjson', '--out', path)).toMatchObject({ status: 2 });
    expect(run('export', path, '--format', 'ndjson', '--out', out)).toMatchObject({ status: 2 });
    expect(run('demo', path, '--entries', '10')).toMatchObject({ status: 2 });
    expect(snapshotOf(folder).filter((name) => name.startsWith('ledger.db'))).toEqual(before);
  });

  const CHANGES: readonly [string, (database: Sqlite.Database) => void, string][] = [
    [
      'flipped',
      (database) =>
        database.exec("UPDATE entries SET entry = CAST(entry || x'00' AS BLOB) WHERE sequence = 4500"),
      'Entry 4500 is not what was written',
    ],
    [
      'dropped',
      (database) => database.exec('DELETE FROM entries WHERE sequence = 17'),
      'Entry 17 is missing',
    ],
    [
      'reordered',
      (database) =>
        database.exec(`UPDATE entries SET sequence = -1 WHERE sequence = 30;
          UPDATE entries SET sequence = 30 WHERE sequence = 31;
          UPDATE entries SET sequence = 31 WHERE sequence = -1`),
      'Entry 30 is not what was written',
    ],
    [
      'truncated',
      (database) => database.exec('DELETE FROM entries WHERE sequence > 4900'),
      'Entry 4901 was there once',
    ],
    ['unsigned', (database) => database.exec('DELETE FROM head'), 'From entry 4097 on, nothing is signed'],
  ];
  // Each is found, and named, in the ledger’s own tests (electron/keeper/ledger/tampering.test.ts).
  it.each(firstOf(CHANGES, 1))('ends non-zero and names the entry: %s', (_name, change, sentence) => {
    const { path } = demo();
    tamper(path, change);
    const { status, stdout, stderr } = run('verify', path);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says that a running kiosk has the file', () => {
    const { path } = demo();
    const key = newKey();
    const ledger = openLedger(path, () => key);
    if (!ledger.ok) throw new Error(ledger.error.kind);
    const { status, stderr } = run('verify', path);
    ledger.value.close();
    expect(status).toBe(2);
    expect(stderr).toContain('supervisor’s screen');
    expect(run('verify', path).status).toBe(0);
  });

  const REFUSED = [
    // Each sentence once, and then other words that it is said of.
    [['burn', 'ledger.db'], 'Use: '],
    [['verify', 'one.db', '--entries', '3'], 'takes no --entries'],
    [['verify', '/nowhere/ledger.db'], 'does not exist'],
    [['verify', script], 'is no ledger of a kiosk'],
    [['verify', 'ledger.db', '--checkpoint', script], 'cannot be read as a checkpoint'],
    [['demo', '/tmp/never.db', '--entries', 'many'], 'whole number'],
    [[], 'Use: '],
    [['verify'], 'Use: '],
    [['verify', 'one.db', 'two.db'], 'Use: '],
    [['verify', 'one.db', '--force'], 'Use: '],
    [['export', 'ledger.db', '--format', 'xml', '--out', 'x'], 'Use: '],
    [['export', 'ledger.db', '--format', 'csv'], 'Use: '],
    [['demo', '/tmp/never.db', '--entries', '0'], 'whole number'],
    [['demo', '/tmp/never.db'], 'whole number'],
    [['document', 'file'], 'Use: '],
  ] as const;
  it.each(firstOf(REFUSED, 6))('answers %j with one sentence', (words, sentence) => {
    const { status, stdout, stderr } = run(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(tmpdir())).not.toContain('never.db');
  });
});
