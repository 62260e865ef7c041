import { expect, test } from 'vitest';
import type { ResidentsScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import { mayStartAnew } from './may-start-anew.ts';

const { residents } = NOTHING_YET;
const ALONE: Pick<ResidentsScreenStatus, 'residents' | 'suspensions' | 'newOnesAreHeld'> = {
  residents: { ...residents, setting: 'self-service' },
  suspensions: [],
  newOnesAreHeld: false,
};
const ANNOUNCED = { source: 'order', since: null, notice: { en: 'Invented notice.' } } as const;
const IN_FORCE = { ...ANNOUNCED, source: 'staff', since: Date.UTC(2026, 10, 24) } as const;

test('whoever is alone may start again, also before a suspension that is only announced', () => {
  expect(mayStartAnew(ALONE)).toBe(true);
  expect(mayStartAnew({ ...ALONE, suspensions: [ANNOUNCED] })).toBe(true);
});

test('nobody may at a counter, during a suspension, or where a legal hold keeps any card from being given', () => {
  expect(mayStartAnew({ ...ALONE, residents: { ...residents, setting: 'counter' } })).toBe(false);
  expect(mayStartAnew({ ...ALONE, suspensions: [ANNOUNCED, IN_FORCE] })).toBe(false);
  expect(mayStartAnew({ ...ALONE, newOnesAreHeld: true })).toBe(false);
});
