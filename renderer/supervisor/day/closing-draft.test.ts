import { expect, it } from 'vitest';
import { SAMPLE_FIGURES } from '../../../shared/contract/counter-day/day-acts.test-support.ts';
import { type ClosingDraft, EMPTY_DRAFT, judgeDraft } from './closing-draft.ts';

const { expected } = SAMPLE_FIGURES.blanks;
const judge = (draft: Partial<ClosingDraft>) => judgeDraft({ ...EMPTY_DRAFT, ...draft }, SAMPLE_FIGURES);

it('what is as expected closes with no reason, also where one was chosen before', () => {
  expect(judge({ blanks: `${expected}`, drawer: '300', blanksReason: 'missing' }).closing).toEqual({
    ...{ blanks: expected, expected, blanksDifference: 'none' },
    ...{ paid: 28, drawerCents: 30_000, drawerDifference: 'none' },
  });
});

it('a difference waits for its reason, each for its own', () => {
  const off = { blanks: `${expected - 1}`, drawer: '1.00' };
  expect(judge(off)).toMatchObject({ lacking: 'blanks-reason', closing: null });
  expect(judge({ ...off, blanksReason: 'missing' })).toMatchObject({
    ...{ lacking: 'drawer-reason', closing: null },
  });
  expect(judge({ ...off, blanksReason: 'missing', drawerReason: 'not-known' }).closing).toMatchObject({
    blanksDifference: 'missing',
    drawerDifference: 'not-known',
  });
});

it('what is too much is neither damaged nor missing, and money is never damaged', () => {
  const reasonsOf = (blanks: number, drawer: string) => {
    const { blanksReasons, drawerReasons } = judge({ blanks: `${blanks}`, drawer });
    return [blanksReasons, drawerReasons];
  };
  expect(reasonsOf(expected, '300')).toEqual([[], []]);
  expect(reasonsOf(expected - 1, '1')).toEqual([
    ['miscounted', 'damaged', 'missing', 'not-known'],
    ['paid-another-day', 'miscounted', 'missing', 'not-known'],
  ]);
  expect(reasonsOf(expected + 1, '9999')).toEqual([
    ['miscounted', 'not-known'],
    ['paid-another-day', 'miscounted', 'not-known'],
  ]);
  // Chosen while it was too little.
  expect(judge({ blanks: `${expected}`, drawer: '9999', drawerReason: 'missing' })).toMatchObject({
    ...{ lacking: 'drawer-reason', closing: null },
  });
});

it('more cards used than there were are a difference also where none is left', () => {
  const blanks = { ...SAMPLE_FIGURES.blanks, expected: -2 };
  const none = judgeDraft({ ...EMPTY_DRAFT, blanks: '0' }, { ...SAMPLE_FIGURES, blanks });
  expect([none.blanksReasons, none.lacking]).toEqual([['miscounted', 'not-known'], 'blanks-reason']);
});

it('a drawer that nobody counted, and one without fees, is no difference', () => {
  expect(judge({ blanks: `${expected}` }).closing).toMatchObject({ drawerCents: null });
  const none = { ...SAMPLE_FIGURES, fees: { paid: 0, waived: 0, expected: null } };
  const judged = judgeDraft({ ...EMPTY_DRAFT, blanks: `${expected}`, drawer: 'x' }, none);
  expect(judged).toMatchObject({ drawerProblem: null, closing: { drawerCents: null } });
});

it.each(['', '-1', 'forty', '1234567890'])('%j closes no day', (blanks) => {
  const judged = judge({ blanks, blanksReason: 'missing' });
  expect([judged.closing, judged.blanksProblem === null]).toEqual([null, false]);
});
