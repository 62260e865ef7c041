import { randomBytes } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testClock } from '../../electron/keeper/clock.test-support.ts';
import { SLOT_BYTES } from '../../electron/keeper/custody/slot.ts';
import {
  temporaryFolder,
  workingFolder,
} from '../../electron/keeper/database/temporary-files.test-support.ts';
import { layUsedKeySlot, openKeySlot } from '../../electron/keeper/signing/key-slot.ts';
import {
  DEVICE_KEY,
  kioskOfBefore,
  startKeys,
} from '../../electron/keeper/signing/kiosk-key.test-support.ts';
import { deviceKeyOf } from '../../electron/keeper/signing/signing.test-support.ts';
import { randomGuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { SUPERVISOR } from '../../electron/keeper/start/keeper.test-support.ts';
import { counter } from '../../electron/keeper/start/scripted-core.test-support.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import { type FoundKey, sealedKeysIn } from '../support/sealed-keys.ts';

// Whoever takes the disk of a kiosk, now or later, with a passphrase or without one, and would sign as of before.

const ISSUED: LedgerEntry = {
  ...{ kind: 'issued', day: { year: 2026, month: 11, day: 24 }, printer: 'virtual', attempts: 1 },
};
/** The key rolls at midnight as well. */
const NOON = Date.UTC(2026, 10, 24, 12);
const SLOTS = 'signing.slots';
/** Where a thief keeps what they copied: searched like any file of the kiosk. */
const STOLEN = 'stolen';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));

/** What whoever has the device key gets from all files of a folder. */
const keysIn = (folder: string, deviceKey: Buffer): readonly FoundKey[] =>
  filesIn(folder).flatMap((name) => [...sealedKeysIn(readFileSync(join(folder, name)), deviceKey)]);

const epochsIn = (folder: string, deviceKey: Buffer): readonly number[] =>
  keysIn(folder, deviceKey).map(({ epoch }) => epoch);

/** In which files these bytes stand, in any page of them. */
const filesWith = (folder: string, bytes: Buffer): readonly string[] =>
  filesIn(folder).filter((name) => readFileSync(join(folder, name)).includes(bytes));

function only(keys: readonly FoundKey[]): FoundKey {
  const [key, ...more] = keys;
  if (key === undefined || more.length > 0) throw new Error(`${keys.length} keys, and not one`);
  return key;
}

/** A start of a kiosk, a sign-in, and an entry, for which it signs. */
function aDay(folder: string): void {
  const stage = startKeys(folder);
  stage.now.deviceKey = DEVICE_KEY;
  stage.enter(ISSUED);
  stage.close();
}

it('whoever has the disk and no passphrase finds no seed in any file', () => {
  const folder = temporaryFolder();
  for (let day = 0; day < 3; day += 1) aDay(folder);
  expect(keysIn(folder, randomBytes(32))).toEqual([]);
  const keys = keysIn(folder, DEVICE_KEY);
  expect(keys).not.toEqual([]);
  for (const { seed, sealed } of keys) {
    // The control: sealed it is there, and in clear it would be found.
    expect(filesWith(folder, sealed)).toEqual([SLOTS]);
    expect(filesWith(folder, seed)).toEqual([]);
    writeFileSync(join(folder, STOLEN), Buffer.concat([randomBytes(1_000), seed]));
    expect(filesWith(folder, seed)).toEqual([STOLEN]);
    rmSync(join(folder, STOLEN));
  }
});

it('whoever has the disk and a passphrase finds the key of now, and none of before, neither sealed nor in clear', () => {
  const folder = temporaryFolder();
  aDay(folder);
  const old: FoundKey[] = [];
  for (let day = 1; day < 5; day += 1) {
    old.push(only(keysIn(folder, DEVICE_KEY)));
    copyFileSync(join(folder, SLOTS), join(folder, STOLEN));
    aDay(folder);
    // The control: the copy of before gives its key away.
    expect(epochsIn(folder, DEVICE_KEY).toSorted()).toEqual([day - 1, day]);
    rmSync(join(folder, STOLEN));
    expect(epochsIn(folder, DEVICE_KEY)).toEqual([day]);
    for (const { seed, sealed } of old)
      expect([filesWith(folder, sealed), filesWith(folder, seed)]).toEqual([[], []]);
  }
});

describe('a kiosk of an earlier version, whose key lay in clear', () => {
  it('has it in no page, no journal and no other file once another one signs', () => {
    const { folder, seed } = kioskOfBefore();
    expect(filesWith(folder, seed)).toEqual(['vault.db']);
    aDay(folder);
    expect(filesWith(folder, seed)).toEqual([]);
    const now = only(keysIn(folder, DEVICE_KEY));
    expect(now.epoch).toBe(1);
    expect(now.seed.equals(seed)).toBe(false);
  });
});

it('after a hold a kiosk that works has no seed of before the hold on its disk', async () => {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder, clock: testClock({ now: NOON }) });
  const deviceKey = deviceKeyOf(keeper);
  const before = only(keysIn(dataFolder, deviceKey));
  expect(filesWith(dataFolder, before.sealed)).toEqual([SLOTS]);
  expect(await core.call('signIn', SUPERVISOR)).toMatchObject({ ok: true });
  expect(await core.call('setHold', { reason: 'subpoena', tickets: null })).toMatchObject({ ok: true });
  const after = only(keysIn(dataFolder, deviceKey));
  expect(after.epoch).toBe(before.epoch + 1);
  expect([filesWith(dataFolder, before.sealed), filesWith(dataFolder, before.seed)]).toEqual([[], []]);
  await keeper.stop();
  expect(epochsIn(dataFolder, deviceKey)).toEqual([after.epoch]);
});

it('a sealed seed that is copied to the other slot, or under another epoch, opens for nobody', () => {
  const key = randomGuardedKey();
  const page = Buffer.alloc(SLOT_BYTES);
  layUsedKeySlot(page, { slot: 0, epoch: 3 }, key, DEVICE_KEY);
  const name = { epoch: 3, raw: key.raw };
  const opened = openKeySlot(page, 0, name, DEVICE_KEY);
  expect(opened?.raw.equals(key.raw)).toBe(true);
  expect(openKeySlot(page, 1, name, DEVICE_KEY)).toBeNull();
  expect(openKeySlot(page, 0, { ...name, epoch: 4 }, DEVICE_KEY)).toBeNull();
});
