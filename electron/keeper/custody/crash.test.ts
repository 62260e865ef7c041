import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sample } from '../../../tests/support/sample.ts';
import { canInject, runActs, type ToldAct } from './acts.test-support.ts';
import {
  ciphertextsIn,
  keyOf,
  openedCustody,
  slotPathOfTest,
  unlockedCustody,
} from './custody.test-support.ts';
import type { Custody } from './custody.ts';
import { id, testDeviceKey } from './sample.test-support.ts';

const acts = ['open', 'unlock', 'create 1', 'create-memory 2', 'seal 2', 'destroy 1', 'create 3'];

/** Every system call of these acts that changes the disk or makes a change durable, and how many there are. */
const points = [
  ['fsync', 1],
  ['ftruncate', 2],
  ['pwrite64', 6],
  ['fdatasync', 6],
] as const;

function hashOf(custody: Custody, number: number): string {
  return createHash('sha256')
    .update(Buffer.from(keyOf(custody, id(number)), 'hex'))
    .digest('hex');
}

/** Told before the kill: then it holds. Not told: it may have happened, but whole. */
function check(slotPath: string, told: readonly ToldAct[]): void {
  const outcomeOf = new Map(told.map(({ act, outcome }) => [act, outcome]));
  const keyTold = (act: string): string | undefined =>
    outcomeOf.has(act)
      ? z.object({ ok: z.literal(true), key: z.string() }).parse(outcomeOf.get(act)).key
      : undefined;
  const custody = openedCustody(slotPath, [1, 2, 3].map(id));
  const opened = unlock(custody);
  const there = (number: number): boolean => opened.includes(id(number));

  const [one, two, three] = [keyTold('create 1'), keyTold('create-memory 2'), keyTold('create 3')];
  if (outcomeOf.get('destroy 1') === true) expect(there(1)).toBe(false);
  else if (one !== undefined && !outcomeOf.has('seal 2')) expect(there(1)).toBe(true);
  if (one !== undefined && there(1)) expect(hashOf(custody, 1)).toBe(one);
  if (outcomeOf.has('seal 2')) expect(there(2)).toBe(true);
  if (there(2)) expect(hashOf(custody, 2)).toBe(two);
  if (three !== undefined) expect(hashOf(custody, 3)).toBe(three);
  for (const number of [1, 2, 3]) expect(custody.destroy(id(number))).toBe(true);
  custody.close();
}

/** Those whose key came back; none may be damaged. */
function unlock(custody: Custody): readonly string[] {
  const before = custody.applications();
  const { opened, damaged } = custody.unlock(testDeviceKey);
  expect(damaged).toEqual([]);
  expect(opened).toBe(before.length);
  return before;
}

describe.runIf(canInject)('after SIGKILL', () => {
  it.each(points)(
    'at each %s, what was told holds and the rest is whole or not there',
    async (call, count) => {
      const each = Array.from({ length: count }, (_, index) => index + 1);
      // Every power cut of a kiosk’s disk: tests/crash.
      for (const at of sample(each, 0)) {
        const path = slotPathOfTest();
        const told = await runActs(path, acts, { fault: { inject: `${call}:signal=KILL:when=${at}` } });
        // The control: it was killed.
        expect(told.length).toBeLessThan(acts.length);
        check(path, told);
      }
      // And there was no further such call at which it could have been.
      const path = slotPathOfTest();
      const inject = `${call}:signal=KILL:when=${count + 1}`;
      const told = await runActs(path, acts, { fault: { inject } });
      expect(told.map(({ act }) => act)).toEqual(acts);
      check(path, told);
    },
  );

  it('while leftovers are overwritten, the next start overwrites what is left of them', async () => {
    for (const at of [1, 2]) {
      const path = slotPathOfTest();
      const custody = unlockedCustody(path);
      for (const number of [1, 8, 9]) custody.create(id(number), 'sealed');
      const key = keyOf(custody, id(1));
      custody.close();
      const [, ...leftovers] = ciphertextsIn(path).map((bytes) => Buffer.from(bytes));
      const inject = `pwrite64:signal=KILL:when=${at}`;
      expect(await runActs(path, ['open'], { fault: { inject } })).toEqual([]);
      const left = leftovers.filter((ciphertext) => readFileSync(path).includes(ciphertext));
      expect(left.length).toBe(3 - at);
      const next = unlockedCustody(path, [id(1)]);
      expect(leftovers.some((ciphertext) => readFileSync(path).includes(ciphertext))).toBe(false);
      expect(keyOf(next, id(1))).toBe(key);
    }
  });
});
