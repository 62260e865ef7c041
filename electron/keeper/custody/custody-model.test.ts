import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { keyOf, openedCustody, slotPathOfTest, unlockedCustody } from './custody.test-support.ts';
import type { Custody } from './custody.ts';
import { id, testDeviceKey } from './sample.test-support.ts';
import { openSlot, SLOT_BYTES } from './slot.ts';

const ids = [0, 1, 2, 3, 4].map(id);
const application = fc.constantFrom(...ids);
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('create-memory' as const), application }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('create-sealed' as const), application }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('seal' as const), application }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('destroy' as const), application }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('unlock' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('restart' as const),
      finished: fc.subarray(ids, { maxLength: 2 }),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** What ought to be: where each key is, and which it is. */
interface Model {
  readonly keys: Map<ApplicationId, { kind: CustodyKind; key: string }>;
  unlocked: boolean;
  mostAtOnce: number;
}

const sealedIn = (model: Model): ApplicationId[] =>
  [...model.keys].flatMap(([id, { kind }]) => (kind === 'sealed' ? [id] : []));

function step(slotPath: string, custody: Custody, model: Model, next: Act): Custody {
  switch (next.act) {
    case 'create-memory':
    case 'create-sealed': {
      if (model.keys.has(next.application)) return custody;
      const kind = next.act === 'create-sealed' ? 'sealed' : 'memory';
      const may = kind === 'memory' || model.unlocked;
      expect(custody.create(next.application, kind).ok).toBe(may);
      if (may) model.keys.set(next.application, { kind, key: keyOf(custody, next.application) });
      return custody;
    }
    case 'seal': {
      const held = model.keys.get(next.application);
      if (held === undefined) return custody;
      const may = held.kind === 'sealed' || model.unlocked;
      expect(custody.seal(next.application).ok).toBe(may);
      if (may) held.kind = 'sealed';
      return custody;
    }
    case 'destroy':
      expect(custody.destroy(next.application)).toBe(true);
      model.keys.delete(next.application);
      return custody;
    case 'unlock': {
      const opened = model.unlocked ? 0 : sealedIn(model).length;
      expect(custody.unlock(testDeviceKey)).toEqual({ opened, damaged: [] });
      model.unlocked = true;
      return custody;
    }
    case 'restart': {
      custody.close();
      const live = ids.filter((id) => !next.finished.includes(id));
      for (const [id, { kind }] of model.keys) {
        if (kind === 'memory' || !live.includes(id)) model.keys.delete(id);
      }
      model.unlocked = false;
      return openedCustody(slotPath, live);
    }
  }
}

function compare(custody: Custody, model: Model): void {
  expect(custody.unlocked()).toBe(model.unlocked);
  expect([...custody.applications()].sort()).toEqual([...model.keys.keys()].sort());
  for (const id of ids) {
    const held = model.keys.get(id);
    expect(custody.kindOf(id)).toBe(held?.kind ?? null);
    expect(custody.has(id)).toBe(held !== undefined);
    const opened = custody.open(id);
    if (opened.ok) expect(Buffer.from(opened.value).toString('hex')).toBe(held?.key);
    else {
      expect(held === undefined || (held.kind === 'sealed' && !model.unlocked)).toBe(true);
      expect(opened.error.kind).toBe(held === undefined ? 'no-key' : 'locked');
    }
  }
}

/** Whose keys the device key opens, anywhere in the file: an attacker who has both sees these. */
function decryptable(slotPath: string): readonly ApplicationId[] {
  if (!existsSync(slotPath)) return [];
  const [file, deviceKey, into] = [readFileSync(slotPath), Buffer.from(testDeviceKey), Buffer.alloc(32)];
  const slots = Array.from({ length: file.length / SLOT_BYTES }, (_, slot) => slot);
  return ids.filter((application) =>
    slots.some((slot) =>
      openSlot(
        file.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES),
        { slot, application },
        deviceKey,
        into,
      ),
    ),
  );
}

describe.runIf(process.platform === 'linux')('the custody, whatever is done in whatever order', () => {
  it('has the keys that it ought to have, and the file gives away no others', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40, size: 'max' }), (acts) => {
        const slotPath = slotPathOfTest(workingFolder());
        const model: Model = { keys: new Map(), unlocked: true, mostAtOnce: 0 };
        let custody = unlockedCustody(slotPath);
        for (const next of acts) {
          custody = step(slotPath, custody, model, next);
          compare(custody, model);
          model.mostAtOnce = Math.max(model.mostAtOnce, sealedIn(model).length);
        }
        expect(decryptable(slotPath)).toEqual(sealedIn(model).sort());
        if (existsSync(slotPath)) {
          expect(readFileSync(slotPath).length).toBeLessThanOrEqual(model.mostAtOnce * SLOT_BYTES);
        }
        custody.close();
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 100 : 30 },
    );
  });
});
