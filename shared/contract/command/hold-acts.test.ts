import { expect, it } from 'vitest';
import { resumingUnderHold } from './hold-acts.ts';

it('counsel’s reference is a line of text: it stands in a list', () => {
  const takes = (reference: string): boolean =>
    resumingUnderHold.safeParse({ hold: '0f'.repeat(16), reference }).success;
  expect([takes('Matter 24-118, Tidewater'), takes(' Ordonnance n° 7 ')]).toEqual([true, true]);
  expect([takes('two\nlines'), takes('\u0001'), takes('   ')]).toEqual([false, false, false]);
});
