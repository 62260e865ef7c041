import { expect, it } from 'vitest';
import { FIRST_LOOK } from '../../../shared/residents/look.ts';
import { lookCalls } from './look-calls.ts';

const LOOK = { ...FIRST_LOOK, textSize: 'largest', switchKeys: 'one-two' } as const;

it.each([
  ['a resident who has the screen', { language: 'pl', look: FIRST_LOOK } as const, [LOOK], true],
  ['staff, who see it their own way', null, [], false],
])('how it is seen is known of %s', (_, reader, known, isTaken) => {
  const seen: unknown[] = [];
  const calls = lookCalls({ residentScreen: { reader: () => reader, sees: (look) => seen.push(look) } });
  expect(calls.chooseLook(LOOK)).toMatchObject({ ok: isTaken });
  expect(seen).toEqual(known);
});
