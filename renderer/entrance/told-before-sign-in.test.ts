import { expect, it } from 'vitest';
import { ticket } from '../../shared/contract/ids.ts';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import { toldBeforeSignIn } from './told-before-sign-in.ts';

const selfService = { ...NOTHING_YET.residents, setting: 'self-service' as const };
const atCounter = { residents: { ...selfService, setting: 'counter' as const } };
const nobody = { residents: selfService, inProgress: [], trayCheck: null, holds: [] };
const open = {
  ...{ ticket: ticket.parse(7), day: '2026-11-24', minutes: 3, minutesLeft: 117 },
  ...{ printStopped: false, hold: 'free' as const, rulesUnknown: false, waitsForClerk: false },
};
const draft = { inProgress: [{ ...open, state: 'draft' as const }] };
const stopped = (cause: 'power-lost' | 'keeper-ended' | 'late-card', applications = 1) => ({
  trayCheck: { cause, applications, cards: 1 },
});

it('in self-service an applicant whose application may be open reads that a clerk can open the screen', () => {
  expect(toldBeforeSignIn(nobody)).toBeNull();
  expect(toldBeforeSignIn({ ...nobody, ...draft })).toBe('locked');
  expect(toldBeforeSignIn({ ...nobody, inProgress: [{ ...open, state: 'printed' }] })).toBeNull();
  // A hold keeps it as it is: no clerk can open it.
  const frozen = { ...open, state: 'draft' as const, hold: 'frozen' as const };
  expect(toldBeforeSignIn({ ...nobody, inProgress: [frozen] })).toBeNull();
  // At a counter the clerk is there.
  expect(toldBeforeSignIn({ ...nobody, ...atCounter, ...draft })).toBeNull();
});

it('after a stop that took every application each applicant reads that theirs is gone', () => {
  for (const cause of ['power-lost', 'keeper-ended'] as const) {
    expect(toldBeforeSignIn({ ...nobody, ...stopped(cause) })).toBe('gone');
    expect(toldBeforeSignIn({ ...nobody, ...atCounter, ...stopped(cause) })).toBe('gone');
  }
  // Of a card that came late nobody answers any more, and of a stop without an application nobody did.
  for (const trayCheck of [stopped('late-card'), stopped('power-lost', 0)])
    expect(toldBeforeSignIn({ ...nobody, ...trayCheck })).toBeNull();
  const off = { residents: { ...selfService, setting: 'off' as const } };
  expect(toldBeforeSignIn({ ...nobody, ...off, ...stopped('power-lost') })).toBeNull();
});

it('nobody reads that it is gone where anything is kept: it may be theirs', () => {
  const lost = { ...nobody, ...stopped('power-lost') };
  expect(toldBeforeSignIn({ ...lost, ...draft })).toBe('locked');
  expect(toldBeforeSignIn({ ...lost, inProgress: [{ ...open, state: 'printed' }] })).toBe('locked');
  expect(toldBeforeSignIn({ ...lost, holds: ['a hold'] })).toBe('locked');
  expect(toldBeforeSignIn({ ...lost, ...atCounter, holds: ['a hold'] })).toBeNull();
});
