import { expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import type { KeyName } from './key-slot.ts';
import type { KeySlotNumber } from './key-slots.ts';
import { settleSlots, whereKeyIs } from './settle-slots.ts';
import { spkiOfRaw } from './signing-key.ts';

const nameOf = (epoch: number): KeyName => ({ epoch, raw: Buffer.alloc(32, epoch + 1) });

/** Slots with keys of these epochs, and a ledger that names one. `erased`: which slots were overwritten. */
function stage(epochs: readonly [number | null, number | null], inForce: number) {
  const erased: KeySlotNumber[] = [];
  const name = (slot: KeySlotNumber): KeyName | null => {
    const epoch = epochs[slot];
    return epoch === null ? null : nameOf(epoch);
  };
  const port: Parameters<typeof settleSlots>[0] = {
    slots: {
      nameIn: name,
      put: () => expect.fail('nothing is sealed'),
      open: () => expect.fail('nothing is opened'),
      erase(slot) {
        erased.push(slot);
        return ok(null);
      },
      refusal: () => null,
      close: () => undefined,
    },
    ledger: { key: () => ({ epoch: inForce, publicKey: spkiOfRaw(nameOf(inForce).raw) }) },
    clear: { isThere: () => false, load: () => null, destroy: () => true },
    beginsAnew: () => false,
  };
  return { port, erased };
}

it.each<readonly [what: string, epochs: readonly [number | null, number | null], kept: KeySlotNumber]>([
  ['the key alone', [5, null], 0],
  ['the next one beside it, which was not entered', [5, 6], 0],
  ['the one before beside it, which was not overwritten', [4, 5], 1],
])('a power cut of a roll leaves %s: it is settled', (_what, epochs, kept) => {
  const { port, erased } = stage(epochs, 5);
  expect(settleSlots(port)).toEqual({ kind: 'slot', slot: kept });
  expect(erased).toEqual([kept === 0 ? 1 : 0]);
});

it.each<readonly [what: string, epochs: readonly [number | null, number | null]]>([
  ['a later one, of which the ledger knows nothing', [5, 7]],
  ['an earlier one than the one before', [3, 5]],
  ['two others', [3, 4]],
  ['none', [null, null]],
])(
  'slots of two epochs that no roll leaves side by side, %s, are a misfit, and neither is overwritten',
  (_what, epochs) => {
    const { port, erased } = stage(epochs, 5);
    expect([whereKeyIs(port).kind, settleSlots(port).kind]).toEqual(['misfit', 'misfit']);
    expect(erased).toEqual([]);
  },
);
