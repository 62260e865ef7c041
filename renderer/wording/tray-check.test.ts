import { expect, test } from 'vitest';
import { applicationStateKinds } from '../../shared/application/lifecycle.ts';
import { ticket } from '../../shared/contract/ids.ts';
import { livingCards } from './tray-check.ts';

const inProgress = (state: (typeof applicationStateKinds)[number]) => [
  {
    ...{ ticket: ticket.parse(1), day: '2026-11-24', state, minutes: 4, minutesLeft: 90 },
    ...{ printStopped: false, hold: 'free' as const, rulesUnknown: false, waitsForClerk: false },
  },
];

test('only applications whose card is on its way or waits make the tray a mixed one', () => {
  const mixed = applicationStateKinds.filter((state) => livingCards(inProgress(state)));
  expect(mixed).toEqual(['queued', 'printing', 'printed']);
  expect(livingCards([])).toBe(false);
});
