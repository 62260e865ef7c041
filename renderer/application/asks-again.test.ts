import { expect, it } from 'vitest';
import { ticket } from '../../shared/contract/ids.ts';
import { asksAgain } from './asks-again.ts';

const wanted = ticket.parse(9);
const before = {};
const later = {};

it('asks once for each application that is to be opened', () => {
  expect(asksAgain(null, { wanted, status: before }, null)).toBe(true);
  expect(asksAgain({ wanted, status: before }, { wanted, status: later }, null)).toBe(false);
  expect(asksAgain({ wanted, status: before }, { wanted: ticket.parse(10), status: before }, null)).toBe(
    true,
  );
});

it('asks again where it was not the moment, as soon as the kiosk tells anything, and no more often', () => {
  const refused = { kind: 'not-now' } as const;
  expect(asksAgain({ wanted, status: before }, { wanted, status: later }, refused)).toBe(true);
  expect(asksAgain({ wanted, status: before }, { wanted, status: before }, refused)).toBe(false);
  expect(asksAgain({ wanted, status: before }, { wanted, status: later }, { kind: 'key-damaged' })).toBe(
    false,
  );
});
