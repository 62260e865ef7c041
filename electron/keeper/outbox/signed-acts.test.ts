import { expect, it } from 'vitest';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { sampleEntries } from '../../../shared/ledger/sample-entries.test-support.ts';
import { isSignedAct } from './signed-acts.ts';

const kindsOf = (entries: readonly LedgerEntry[]): readonly string[] =>
  [...new Set(entries.map(({ kind }) => kind))].sort();

it('what two people did counts under the signature alone, and so does what lets go of a hold or gives a power', () => {
  const ofTwo = kindsOf(sampleEntries.filter((entry) => 'second' in entry));
  const ofOne = ['intake-resumed', 'practice-began', 'practice-ended', 'supervisor-confirmed'];
  const some = sampleEntries.map((entry) =>
    'second' in entry ? { ...entry, second: '22'.repeat(16) } : entry,
  );
  expect(kindsOf(some.filter(isSignedAct))).toEqual([...ofTwo, ...ofOne].sort());
  expect(ofTwo.length).toBeGreaterThan(8);
});

it('an act that takes two is one of two, also where it names nobody in the place of the second', () => {
  const alone = sampleEntries.map((entry) => ('second' in entry ? { ...entry, second: NOBODY } : entry));
  const byOne = alone.filter((entry) => 'second' in entry && !isSignedAct(entry));
  // In these one person may be enough.
  expect(kindsOf(byOne)).toEqual(['intake-suspended', 'policy-installed', 'suspension-ended']);
});

it.each([
  ['added', true],
  ['removed', true],
  ['passphrase-reset', true],
  ['let-in-again', true],
  ['passphrase-changed', false],
] as const)('of staff who are %s: %s', (act, isSigned) => {
  const [by, member] = ['11'.repeat(16), '33'.repeat(16)];
  expect(isSignedAct({ kind: 'staff-changed', utc: 1, by, member, act, role: 'clerk' })).toBe(isSigned);
});
