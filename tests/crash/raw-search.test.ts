import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { layFreeSlot, layUsedSlot, SLOT_BYTES } from '../../electron/keeper/custody/slot.ts';
import { temporaryFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { layFreeKeySlot, layUsedKeySlot } from '../../electron/keeper/signing/key-slot.ts';
import { randomGuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { createCardNumber, formatCardNumber } from '../../shared/card/number/card-number.ts';
import { applicationId } from '../../shared/contract/ids.ts';
import { contentOf, plainBytes } from './content.ts';
import { PLANTED_CARD, plantOf, type Secrets, searchRaw } from './raw-search.ts';

const application = applicationId.parse('a'.repeat(32));
const key = randomBytes(32);
const secrets: Secrets = {
  token: `crash${randomBytes(12).toString('hex')}`,
  deviceKey: randomBytes(32),
  firstKey: { epoch: 0, seed: randomBytes(32), sealed: randomBytes(48) },
  keys: new Map([[application, key]]),
  cardNumbers: [createCardNumber((count) => randomBytes(count))],
  traces: [
    { what: 'application id', application, hex: application },
    { what: 'print-job name', application, hex: randomBytes(16).toString('hex') },
    { what: 'hash of the card number', application, hex: randomBytes(32).toString('hex') },
    { what: 'hash of the last four', application, hex: randomBytes(32).toString('hex') },
  ],
  keptCiphertext: randomBytes(32),
};

function search(pieces: readonly Uint8Array[]) {
  const path = join(temporaryFolder(), 'disk');
  writeFileSync(path, Buffer.concat([Buffer.alloc(8_192), ...pieces, Buffer.alloc(8_192)]));
  return searchRaw([path], secrets);
}

function slotOf(place: number): Buffer {
  const page = Buffer.alloc(SLOT_BYTES);
  layUsedSlot(page, { slot: place, application }, { key, deviceKey: secrets.deviceKey });
  return page;
}

it('an empty disk holds nothing, not even what was planted', () => {
  expect(search([])).toEqual({
    remnants: [],
    traces: [],
    openSlots: new Set(),
    openKeys: new Set(),
    firstSealFound: false,
    plantFound: false,
    ciphertextFound: false,
  });
});

it('finds a card number, and whatever names an application, in every form in which it could stand', () => {
  const [number] = secrets.cardNumbers;
  if (number === undefined) throw new Error('no card');
  expect(search([Buffer.from(formatCardNumber(number))]).remnants).toEqual(['the card number (utf-8)']);
  const forms = (hex: string): readonly Buffer[] => {
    const bytes = Buffer.from(hex, 'hex');
    const texts = [hex, hex.toUpperCase(), bytes.toString('base64'), bytes.toString('base64url')];
    return [bytes, ...texts.map((text) => Buffer.from(text)), Buffer.from(hex, 'utf16le')];
  };
  for (const trace of secrets.traces) {
    for (const form of forms(trace.hex)) expect(search([form]).traces).toContain(trace);
  }
  expect(search(secrets.traces.flatMap(({ hex }) => forms(hex))).traces).toHaveLength(secrets.traces.length);
});

it('finds plaintext, keys and halves of keys, and tells them from what was planted', () => {
  const found = search([
    Buffer.from(`${plantOf(secrets.token)} ${PLANTED_CARD}`),
    secrets.keptCiphertext ?? Buffer.alloc(0),
    plainBytes(contentOf(secrets.token, 'wiped', 'card', 1), 'card'),
    key.subarray(8, 24),
    secrets.deviceKey,
  ]);
  expect(found.plantFound && found.ciphertextFound).toBe(true);
  const words = found.remnants.map((each) => each.replace(/ \([^)]*\)$/, ''));
  expect(new Set(words)).toEqual(
    new Set([
      'plaintext of the wiped application',
      'half of an application’s key',
      'the device key',
      'half of the device key',
    ]),
  );
});

it.each([0, 1, 7])('opens a slot that was written as number %d, wherever its bytes lie', (place) => {
  expect(search([randomBytes(1_000), slotOf(place)]).openSlots).toEqual(new Set([application]));
});

it('opens neither a slot that was overwritten nor one under another device key', () => {
  const overwritten = slotOf(0);
  layFreeSlot(overwritten);
  const foreign = Buffer.alloc(SLOT_BYTES);
  layUsedSlot(foreign, { slot: 0, application }, { key, deviceKey: randomBytes(32) });
  expect(search([overwritten, foreign]).openSlots.size).toBe(0);
});

it('opens every key that signs, or did, and finds a piece of its seal and its seed in clear', () => {
  const pageOf = (slot: number, epoch: number, deviceKey = secrets.deviceKey): Buffer => {
    const page = Buffer.alloc(SLOT_BYTES);
    layUsedKeySlot(page, { slot, epoch }, randomGuardedKey(), deviceKey);
    return page;
  };
  const overwritten = pageOf(0, 1);
  layFreeKeySlot(overwritten);
  const found = search([
    overwritten,
    pageOf(1, 2),
    randomBytes(1_000),
    pageOf(0, 3),
    pageOf(0, 4, randomBytes(32)),
  ]);
  expect(found.openKeys).toEqual(new Set([2, 3]));
  expect(found.firstSealFound).toBe(false);
  const { seed, sealed } = secrets.firstKey;
  const pieces = search([seed, randomBytes(9), sealed]);
  expect([pieces.firstSealFound, pieces.openKeys.size]).toEqual([true, 0]);
  expect(pieces.remnants).toContain('the seed of a key that signs (raw)');
});
