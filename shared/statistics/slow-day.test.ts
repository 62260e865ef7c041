import { expect, it } from 'vitest';
import { sampleEntries } from '../ledger/sample-entries.test-support.ts';
import { factsOf } from './slow-day.ts';

const day = { year: 2026, month: 11, day: 24 };

it('says what linked entries tell of one person', () => {
  expect(
    factsOf([
      { kind: 'issued', day, printer: 'ipp', attempts: 2 },
      { kind: 'issued-again', day, route: 'renewal', oldCard: 'destroyed' },
      { kind: 'fee', day, settled: 'waived' },
    ]),
  ).toEqual([
    { fact: 'reprinted', count: 1 },
    { fact: 'renewal', count: 1 },
    { fact: 'old-card-destroyed', count: 1 },
    { fact: 'fee-waived', count: 1 },
  ]);
});

it('counts a fact for each it stands for, and says nothing of acts of staff', () => {
  const denied = { kind: 'denied', day, review: 'supervisor' } as const;
  const none = { kind: 'denied', day, review: 'none' } as const;
  expect(factsOf([denied, denied, none])).toEqual([{ fact: 'reviewed', count: 2 }]);
  expect(factsOf(sampleEntries.filter((entry) => !('day' in entry)))).toEqual([]);
});
