import { expect, test } from 'vitest';
import { type SupervisedAct, supervisedActs } from '../../../shared/contract/staff/approved-act.ts';
import { type StaffRole, staffRoles } from '../../../shared/contract/status.ts';
import { secondPerson } from './second-person.ts';

const whoFor = (act: SupervisedAct, policy: Parameters<typeof secondPerson>[2] = {}) =>
  Object.fromEntries(staffRoles.map((role: StaffRole) => [role, secondPerson(act, role, policy)]));

test('a supervisor closes a wipe alone, everybody else with one', () => {
  expect(whoFor('closeWipe')).toEqual({ clerk: 'needed', supervisor: 'not-needed', it: 'needed' });
});

test('lifting a hold takes two supervisors, whoever is signed in', () => {
  expect(whoFor('liftHold')).toEqual({ clerk: 'not-enough', supervisor: 'needed', it: 'not-enough' });
});

test('going live in spite of failed checks takes two supervisors, as nobody is asked over for any other go-live', () => {
  expect(whoFor('decideCustody')).toEqual({ clerk: 'not-enough', supervisor: 'needed', it: 'not-enough' });
});

test('ending recovery codes takes two supervisors, as the keeper asks for two where there are codes', () => {
  const two = { clerk: 'not-enough', supervisor: 'needed', it: 'not-enough' };
  expect(whoFor('declineRecoveryCodes')).toEqual(two);
});

test('suspending intake takes as many supervisors as the policy says, and nothing else follows it', () => {
  const alone = { clerk: 'needed', supervisor: 'not-needed', it: 'needed' };
  const two = { suspension: { secondPerson: true } };
  for (const act of ['suspendIntake', 'endSuspension'] as const) {
    expect(whoFor(act)).toEqual(alone);
    expect(whoFor(act, { suspension: { secondPerson: false } })).toEqual(alone);
    expect(whoFor(act, two)).toEqual({ clerk: 'not-enough', supervisor: 'needed', it: 'not-enough' });
  }
  expect(whoFor('closeWipe', two)).toEqual(alone);
});

test('IT staff take the ledger out alone', () => {
  expect(whoFor('exportLedger')).toEqual({ clerk: 'needed', supervisor: 'not-needed', it: 'not-needed' });
});

test('every approvable act needs a second person for at least one role', () => {
  for (const act of supervisedActs) expect(Object.values(whoFor(act)), act).toContain('needed');
});
