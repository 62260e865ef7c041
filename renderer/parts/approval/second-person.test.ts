import { expect, test } from 'vitest';
import { type StaffRole, staffRoles } from '../../../shared/contract/status.ts';
import { type SupervisedAct, supervisedActs } from '../../../shared/contract/supervision.ts';
import { secondPerson } from './second-person.ts';

const whoFor = (act: SupervisedAct) =>
  Object.fromEntries(staffRoles.map((role: StaffRole) => [role, secondPerson(act, role)]));

test('a supervisor closes a wipe alone, everybody else with one', () => {
  expect(whoFor('closeWipe')).toEqual({ clerk: 'needed', supervisor: 'not-needed', it: 'needed' });
});

test('lifting a hold takes two supervisors, whoever is signed in', () => {
  expect(whoFor('liftHold')).toEqual({ clerk: 'not-enough', supervisor: 'needed', it: 'not-enough' });
});

test('IT staff take the ledger out alone', () => {
  expect(whoFor('exportLedger')).toEqual({ clerk: 'needed', supervisor: 'not-needed', it: 'not-needed' });
});

test('every approvable act needs a second person for at least one role', () => {
  for (const act of supervisedActs) expect(Object.values(whoFor(act)), act).toContain('needed');
});
