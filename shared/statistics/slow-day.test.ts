import { expect, it } from 'vitest';
import type { applicantKinds } from '../ledger/applicant-entries.ts';
import type { LedgerEntry } from '../ledger/entries.ts';
import { sampleEntries } from '../ledger/sample-entries.test-support.ts';
import { factsOf } from './slow-day.ts';

const day = { year: 2026, month: 11, day: 24 };

it('says what entries tell of one person', () => {
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

type Wiped = Extract<LedgerEntry, { kind: 'wiped' }>;

const wiped: Wiped = {
  ...{ kind: 'wiped', day, outcome: 'expired', custody: 'memory', search: 'searched' },
  ...{ files: 34, bytes: 1_700_000, hits: 0, processesEnded: 7, spool: 'kept-nothing' },
};

it('says of an erasure how it was done, where that differs from one applicant to the next', () => {
  const factsOfOne = (change: Partial<Wiped>) => factsOf([{ ...wiped, ...change }]).map(({ fact }) => fact);
  expect(factsOfOne({})).toEqual(['expired']);
  // It was set aside, or its session was lost.
  expect(factsOfOne({ search: 'not-searched' })).toEqual(['expired', 'not-searched']);
  expect(factsOfOne({ search: 'void' })).toEqual(['expired', 'search-void']);
  expect(factsOfOne({ hits: 3 })).toEqual(['expired', 'details-found']);
  expect(factsOfOne({ custody: 'sealed' })).toEqual(['expired', 'key-on-disk']);
  // A card, or a try at one, was at a printer.
  expect(factsOfOne({ spool: 'purged' })).toEqual(['expired', 'jobs-purged']);
  expect(factsOfOne({ spool: 'not-proven' })).toEqual(['expired', 'jobs-not-proven']);
});

it('counts each application that was lost with its key, and an erasure that failed and was completed', () => {
  expect(
    factsOf([
      { kind: 'forgotten', day, applications: 2, cards: 1, cause: 'power-lost' },
      { kind: 'locked', day, step: 'searched' },
      { kind: 'unlocked', day, step: 'searched' },
    ]),
  ).toEqual([
    { fact: 'lost', count: 2 },
    { fact: 'lost-card', count: 1 },
    { fact: 'erasure-failed', count: 1 },
    { fact: 'erasure-completed', count: 1 },
  ]);
});

it('reads every kind of entry that is about an applicant', () => {
  const samples: Readonly<Record<keyof typeof applicantKinds, LedgerEntry>> = {
    wiped,
    issued: { kind: 'issued', day, printer: 'ipp', attempts: 2 },
    'issued-again': { kind: 'issued-again', day, route: 'correction', oldCard: 'none' },
    fee: { kind: 'fee', day, settled: 'paid' },
    denied: { kind: 'denied', day, review: 'supervisor' },
    spoiled: { kind: 'spoiled', day, reason: 'smudged' },
    forgotten: { kind: 'forgotten', day, applications: 1, cards: 0, cause: 'keeper-ended' },
    locked: { kind: 'locked', day, step: 'session-ended' },
    unlocked: { kind: 'unlocked', day, step: 'session-ended' },
    // The erasure beside it says as much.
    handoff: { kind: 'handoff', day },
    erased: { kind: 'erased', day, outcome: 'denied' },
    unsearched: { kind: 'unsearched', day },
  };
  for (const entry of Object.values(samples))
    expect(factsOf([entry])).toHaveLength(entry.kind === 'handoff' ? 0 : 1);
  expect(factsOf([{ kind: 'erased', day, outcome: 'ended' }])).toEqual([]);
});

it('counts a fact for each it stands for', () => {
  const denied = { kind: 'denied', day, review: 'supervisor' } as const;
  const none = { kind: 'denied', day, review: 'none' } as const;
  expect(factsOf([denied, denied, none])).toEqual([{ fact: 'reviewed', count: 2 }]);
});

it('says of acts of staff what is about one application each, and of all others nothing', () => {
  const acts = sampleEntries.filter((entry) => !('day' in entry));
  const count = (kind: LedgerEntry['kind']) => acts.filter((entry) => entry.kind === kind).length;
  expect(acts.length).toBeGreaterThan(40);
  expect(factsOf(acts)).toEqual([
    { fact: 'finish-refused', count: count('finish-refused') },
    { fact: 'produced', count: count('record-produced') },
    { fact: 'erasure-closed', count: count('wipe-closed') },
  ]);
});
