import { expect, test } from 'vitest';
import { staffRoles } from '../../shared/contract/status.ts';
import { hasPlacePastMisfit } from './past-misfit.ts';

const people = [null, ...staffRoles.map((role) => ({ name: 'Octavia Farthing', role, mustChange: false }))];
const whoPasses = (custody: 'memory' | null) =>
  people.flatMap((staff) => (hasPlacePastMisfit({ staff, custody }) ? [staff?.role] : []));

test('past files that do not fit supervisors find holds and the ledger, IT staff the ledger, and clerks nothing', () => {
  expect(whoPasses('memory')).toEqual(['supervisor', 'it']);
});

test('before go-live there is no area to go to', () => {
  expect(whoPasses(null)).toEqual([]);
});
