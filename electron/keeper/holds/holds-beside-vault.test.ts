import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { err, ok } from '../../../shared/result.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import {
  createHoldsBesideVault,
  dropFromBeside,
  type HoldSet,
  readHoldsBeside,
} from './holds-beside-vault.ts';

const KIOSK = '0f'.repeat(16);
const entryOf = (hold: string, applications = 1): HoldSet => ({
  ...{ kind: 'hold-set', utc: Date.UTC(2026, 10, 24, 12), by: 'aa'.repeat(16), hold },
  ...{ scope: 'tickets', reason: 'subpoena', applications, sealed: 0, unsealed: applications },
});
const [FIRST, SECOND] = [entryOf('01'.repeat(16)), entryOf('02'.repeat(16))];
const MALFORMED = err({ kind: 'corrupt', reason: 'malformed' });

/** A file that is not there yet. */
function stage(kiosk: string | null = KIOSK) {
  const path = join(workingFolder(), 'holds.json');
  return { path, beside: createHoldsBesideVault(path, [], () => kiosk) };
}

const textWith = (entry: LedgerEntry, more: object = {}): string =>
  JSON.stringify({
    holds: [{ kiosk: KIOSK, entry: Buffer.from(encodeEntry(entry)).toString('hex'), ...more }],
  });

it('has what was noted, each hold once, and is gone with the last one', () => {
  const { path, beside } = stage();
  expect(readHoldsBeside(path)).toEqual(ok([]));
  beside.note(FIRST);
  beside.note(SECOND);
  beside.note(entryOf(FIRST.hold, 2));
  const kept = [SECOND, entryOf(FIRST.hold, 2)].map((entry) => ({ kiosk: KIOSK, entry }));
  expect(readHoldsBeside(path)).toEqual(ok(kept));
  expect([beside.has(FIRST.hold), beside.has('03'.repeat(16))]).toEqual([true, false]);
  expect(existsSync(`${path}.next`)).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  beside.drop(SECOND.hold);
  expect(readHoldsBeside(path)).toEqual(ok(kept.slice(1)));
  // As a power cut leaves one.
  writeFileSync(`${path}.next`, '{');
  beside.drop(FIRST.hold);
  expect([existsSync(path), readHoldsBeside(path)]).toEqual([false, ok([])]);
  expect(existsSync(`${path}.next`)).toBe(false);
});

it('keeps what it had at the start, also of another kiosk', () => {
  const path = join(workingFolder(), 'holds.json');
  const others = [{ kiosk: '77'.repeat(16), entry: FIRST }];
  createHoldsBesideVault(path, others, () => KIOSK).note(SECOND);
  expect(readHoldsBeside(path)).toEqual(ok([...others, { kiosk: KIOSK, entry: SECOND }]));
});

it('writes nothing for a hold that is not in it, or that is in it already', () => {
  const { path, beside } = stage();
  beside.drop(FIRST.hold);
  expect(existsSync(path)).toBe(false);
  beside.note(FIRST);
  const before = statSync(path, { bigint: true });
  beside.drop(SECOND.hold);
  beside.note(FIRST);
  expect(statSync(path, { bigint: true })).toEqual(before);
});

it('a write that the disk refuses is thrown, and what was there stays', () => {
  const { path, beside } = stage();
  beside.note(FIRST);
  const before = readFileSync(path, 'utf8');
  // In the place of what is written first: also root cannot write there.
  mkdirSync(`${path}.next`);
  expect(() => beside.note(SECOND)).toThrow();
  expect(() => beside.note(SECOND)).toThrow(/EISDIR|EEXIST|ERR_FS_EISDIR/);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

it('is of no kiosk before one is set up', () => {
  const { path, beside } = stage(null);
  expect(() => beside.note(FIRST)).toThrow('no kiosk');
  expect(existsSync(path)).toBe(false);
});

it('what the ledger has is dropped; what the disk does not take is told, and left for the next start', () => {
  const { path, beside } = stage();
  const told: unknown[] = [];
  const diskLog = { failed: (_where: string, error: unknown) => void told.push(error) };
  for (const entry of [FIRST, SECOND]) beside.note(entry);
  dropFromBeside({ holdsBeside: beside, diskLog }, [FIRST.hold]);
  expect([readHoldsBeside(path), told]).toEqual([ok([{ kiosk: KIOSK, entry: SECOND }]), []]);
  const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
  const holdsBeside = {
    drop() {
      throw full;
    },
  };
  dropFromBeside({ holdsBeside, diskLog }, [SECOND.hold]);
  expect(told).toEqual([full]);
});

it.each([
  ['nothing', ''],
  ['half of it', textWith(FIRST).slice(0, -9)],
  ['no list', '{}'],
  ['more than it has', textWith(FIRST, { name: 'Octavia Farthing' })],
  ['an entry cut off', textWith(FIRST).replace(/..("}\]})$/, '$1')],
  ['an odd digit', textWith(FIRST).replace(/.("}\]})$/, '$1')],
  [
    'another entry than that of a hold that is set',
    textWith({ kind: 'hold-lifted', utc: 0, hold: FIRST.hold, by: FIRST.by, second: FIRST.by }),
  ],
  ['one beside it that is none', textWith(FIRST).replace(']}', ',{"kiosk":"0","entry":"00"}]}')],
])('a file with %s is never read as one without holds', (_what, text) => {
  const { path } = stage();
  writeFileSync(path, text);
  expect(readHoldsBeside(path)).toEqual(MALFORMED);
  // The control.
  writeFileSync(path, textWith(FIRST));
  expect(readHoldsBeside(path)).toEqual(ok([{ kiosk: KIOSK, entry: FIRST }]));
});

it('neither is one that is too large, or no file', () => {
  const { path } = stage();
  writeFileSync(path, textWith(FIRST) + ' '.repeat(1 << 20));
  expect(readHoldsBeside(path)).toEqual(MALFORMED);
  const folder = join(workingFolder(), 'holds.json');
  mkdirSync(folder);
  expect(readHoldsBeside(folder)).toEqual(MALFORMED);
});

it.skipIf(process.getuid?.() === 0)('nor one that may not be read', () => {
  const { path, beside } = stage();
  beside.note(FIRST);
  chmodSync(path, 0);
  expect(readHoldsBeside(path)).toEqual(err({ kind: 'unwritable', code: 'EACCES' }));
});
