import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import { judgeJob } from './judge-job.ts';

const DONE: JobAttributes = {
  number: 7,
  name: null,
  state: 'completed',
  reasons: ['job-completed-successfully'],
  processingSince: null,
  impressionsCompleted: 2,
  documents: 1,
  printerStateReasons: [],
  printerStateMessage: null,
};
const direct = { tells: 'cards', sides: 'two-sided-long-edge' } as const;
const blind = { tells: 'transfers', sides: 'two-sided-long-edge' } as const;

it('a paper has as many faces as its document has pages', () => {
  const ordinary = { tells: 'cards', sides: 'one-sided' } as const;
  expect(judgeJob({ ...DONE, impressionsCompleted: 1 }, ordinary, 1)).toEqual({ kind: 'card' });
  expect(judgeJob({ ...DONE, impressionsCompleted: 4 }, ordinary, 4)).toEqual({ kind: 'card' });
  const incomplete = { kind: 'doubt', doubt: 'incomplete' };
  expect(judgeJob(DONE, ordinary, 1)).toEqual(incomplete);
  expect(judgeJob({ ...DONE, impressionsCompleted: 3 }, ordinary, 4)).toEqual(incomplete);
});

describe('what may be concluded of a job', () => {
  it('is a card only where all that can be said says so', () => {
    expect(judgeJob(DONE, direct, 2)).toEqual({ kind: 'card' });
  });

  it.each<[string, Partial<JobAttributes>, string]>([
    ['one face', { impressionsCompleted: 1 }, 'incomplete'],
    ['no face', { impressionsCompleted: 0 }, 'incomplete'],
    ['more faces than a card has', { impressionsCompleted: 4 }, 'incomplete'],
    ['no word of faces', { impressionsCompleted: null }, 'cannot-know'],
    ['errors', { reasons: ['job-completed-with-errors'] }, 'incomplete'],
    ['no reason', { reasons: [] }, 'incomplete'],
    ['a lost history', { printerStateReasons: ['cups-ipp-missing-job-history'] }, 'history-missing'],
  ])('is a doubt when it is completed with %s', (_what, change, doubt) => {
    expect(judgeJob({ ...DONE, ...change }, direct, 2)).toEqual({ kind: 'doubt', doubt });
  });

  it('is always a doubt where only transfers are told', () => {
    expect(judgeJob(DONE, blind, 2)).toEqual({ kind: 'doubt', doubt: 'cannot-know' });
  });

  it('is never that there is no card, whatever a printer says', () => {
    const anything = fc.record({
      ...Object.fromEntries(Object.entries(DONE).map(([name, value]) => [name, fc.constant(value)])),
      number: fc.constant(7),
      name: fc.constant(null),
      processingSince: fc.constant(null),
      documents: fc.constant(1),
      printerStateMessage: fc.constant(null),
      state: fc.constantFrom<JobAttributes['state'][]>(
        ...(['pending', 'held', 'processing', 'stopped', 'canceled', 'aborted', 'completed'] as const),
      ),
      reasons: fc.array(fc.constantFrom('job-completed-successfully', 'aborted-by-system', 'none')),
      impressionsCompleted: fc.option(fc.integer()),
      printerStateReasons: fc.array(fc.string()),
    });
    fc.assert(
      fc.property(anything, fc.constantFrom(direct, blind), (job, printer) => {
        const verdict = judgeJob(job, printer, 2);
        expect(['under-way', 'card', 'doubt']).toContain(verdict.kind);
        const isOver = ['canceled', 'aborted', 'completed'].includes(job.state);
        expect(verdict.kind === 'under-way').toBe(!isOver);
        if (verdict.kind === 'card') {
          expect([job.state, job.impressionsCompleted, printer.tells]).toEqual(['completed', 2, 'cards']);
        }
      }),
    );
  });
});
