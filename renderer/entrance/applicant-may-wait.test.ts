import { expect, it } from 'vitest';
import { ticket } from '../../shared/contract/ids.ts';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import { applicantMayWait } from './applicant-may-wait.ts';

const selfService = { ...NOTHING_YET.residents, setting: 'self-service' as const };
const nobody = { residents: selfService, inProgress: [], trayCheck: null };
const open = {
  ...{ ticket: ticket.parse(7), day: '2026-11-24', minutes: 3, minutesLeft: 117 },
  ...{ printStopped: false, hold: 'free' as const, rulesUnknown: false, waitsForClerk: false },
};

it('an applicant may wait in self-service where theirs is open, or where a stop of the kiosk took it', () => {
  expect(applicantMayWait(nobody)).toBe(false);
  expect(applicantMayWait({ ...nobody, inProgress: [{ ...open, state: 'draft' }] })).toBe(true);
  expect(applicantMayWait({ ...nobody, inProgress: [{ ...open, state: 'printed' }] })).toBe(false);
  // A hold keeps it as it is: no clerk can open it.
  const frozen = { ...open, state: 'draft' as const, hold: 'frozen' as const };
  expect(applicantMayWait({ ...nobody, inProgress: [frozen] })).toBe(false);
  const stopped = (cause: 'power-lost' | 'keeper-ended' | 'late-card', applications: number) =>
    applicantMayWait({ ...nobody, trayCheck: { cause, applications, cards: 1 } });
  expect([stopped('power-lost', 1), stopped('keeper-ended', 1)]).toEqual([true, true]);
  // Of a card that came late nobody answers any more, and of a stop without an application nobody did.
  expect([stopped('late-card', 1), stopped('power-lost', 0)]).toEqual([false, false]);
});

it('at a counter the clerk is there', () => {
  const residents = { ...selfService, setting: 'counter' as const };
  expect(applicantMayWait({ ...nobody, residents, inProgress: [{ ...open, state: 'draft' }] })).toBe(false);
});
