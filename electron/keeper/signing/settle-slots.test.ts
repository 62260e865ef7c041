import { expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import type { KeyName } from './key-slot.ts';
import type { KeySlotNumber } from './key-slots.ts';
import { settleSlots, whereKeyIs } from './settle-slots.ts';
import { type GuardedKey, randomGuardedKey, spkiOfRaw } from './signing-key.ts';

const nameOf = (epoch: number): KeyName => ({ epoch, raw: Buffer.alloc(32, epoch + 1) });

/**
 * Slots with keys of these epochs, and a ledger that names one. `erased`: which slots were overwritten. `inClear`: that one lies in the
 * vault in clear.
 */
function stage(epochs: readonly [number | null, number | null], inForce: number, inClear?: GuardedKey) {
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
    ledger: {
      key: () => ({ epoch: inForce, publicKey: spkiOfRaw(inClear?.raw ?? nameOf(inForce).raw) }),
    },
    clear: { isThere: () => false, load: () => inClear ?? null, destroy: () => true },
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

it.each<readonly [what: string, epochs: readonly [number | null, number | null], kind: string]>([
  ['no key', [null, null], 'clear'],
  ['the next one, which was not entered', [1, null], 'clear'],
  ['the key of now', [3, null], 'misfit'],
  ['the next one and the key of now', [1, 2], 'misfit'],
])(
  'a vault and a ledger of before an update, beside slots with %s: what only a later ledger names is not overwritten',
  (_what, epochs, kind) => {
    const { port, erased } = stage(epochs, 0, randomGuardedKey());
    expect([whereKeyIs(port).kind, settleSlots(port).kind]).toEqual([kind, kind]);
    expect(erased).toEqual(kind === 'misfit' ? [] : [0, 1]);
  },
);
