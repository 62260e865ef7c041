import { setImmediate as soon } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('an act begins when the one before it is done, also where that one broke', async () => {
  const inTurn = createTurns();
  const begun: string[] = [];
  let breakFirst = (): void => undefined;
  const first = inTurn(async () => {
    begun.push('first');
    await new Promise((_resolve, reject) => {
      breakFirst = () => reject(new Error('broken'));
    });
  });
  const second = inTurn(async () => {
    begun.push('second');
    return 2;
  });
  await soon();
  expect(begun).toEqual(['first']);
  breakFirst();
  await expect(first).rejects.toThrow('broken');
  expect(await second).toBe(2);
  expect(begun).toEqual(['first', 'second']);
});
