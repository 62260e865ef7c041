import { describe, expect, it } from 'vitest';
import { createJobTimes, type JobTimes } from './job-times.ts';

const PATIENCE = { silence: 90, trouble: 1_000, standstill: 200, whole: 5_000 };

/** A job that is followed from now on, by a clock that stands still until it is moved. */
function follow(): { times: JobTimes; pass(milliseconds: number): void } {
  let moment = 7;
  const times = createJobTimes(() => moment, PATIENCE);
  return {
    times,
    pass(milliseconds) {
      moment += milliseconds;
    },
  };
}

describe('a job', () => {
  it('may stand still for so long and no longer', () => {
    const { times, pass } = follow();
    pass(200);
    times.polled(0);
    expect(times.isTooLong()).toBe(false);
    pass(1);
    times.polled(0);
    expect(times.isTooLong()).toBe(true);
  });

  it.each<[string, (times: JobTimes) => void, boolean]>([
    ['its printer says something else of it', (times) => times.said('stopped'), true],
    ['its printer says the same of it', (times) => times.said('processing'), false],
    ['its printer answers a question', (times) => times.heard(), false],
    ['its printer answers to the document', (times) => times.documentAnswered(), true],
    ['nobody knows whether it does', (times) => times.mayHaveMoved(), true],
  ])('moves, or does not, when %s', (_what, happen, isMove) => {
    const { times, pass } = follow();
    times.polled(0);
    times.said('processing');
    pass(150);
    times.polled(0);
    happen(times);
    pass(150);
    times.polled(0);
    expect(times.isTooLong()).toBe(!isMove);
  });

  it('moves as long as its printer takes more of the document', () => {
    const { times, pass } = follow();
    for (const taken of [100, 200, 300]) {
      pass(150);
      times.polled(taken);
      expect(times.isTooLong()).toBe(false);
    }
    pass(201);
    times.polled(300);
    expect(times.isTooLong()).toBe(true);
  });

  it('has more time while somebody could mend a trouble, and its whole time again once it is mended', () => {
    const { times, pass } = follow();
    pass(900);
    times.polled(0);
    times.troubled(true);
    expect(times.isTooLong()).toBe(false);
    times.troubled(false);
    pass(200);
    times.polled(0);
    expect(times.isTooLong()).toBe(false);
    pass(1);
    times.polled(0);
    expect(times.isTooLong()).toBe(true);
  });

  it('may stand in a trouble for so long and no longer', () => {
    const { times, pass } = follow();
    pass(1_001);
    times.polled(0);
    times.troubled(true);
    expect(times.isTooLong()).toBe(true);
  });

  it('may not take for ever, however much it moves', () => {
    const { times, pass } = follow();
    for (let taken = 1; taken <= 50; taken += 1) {
      pass(100);
      times.polled(taken);
      expect(times.isTooLong()).toBe(false);
    }
    pass(1);
    times.polled(51);
    expect(times.isTooLong()).toBe(true);
  });

  it('is judged by the moment of the look, whatever was asked since', () => {
    const { times, pass } = follow();
    pass(50);
    times.polled(0);
    pass(10_000);
    expect([times.isTooLong(), times.isSilentTooLong()]).toEqual([false, false]);
    times.said('processing');
    pass(200);
    times.polled(0);
    expect([times.isTooLong(), times.isSilentTooLong()]).toEqual([true, true]);
  });
});

describe('a printer', () => {
  it('may be silent for so long and no longer', () => {
    const { times, pass } = follow();
    times.polled(0);
    times.heard();
    pass(90);
    times.polled(0);
    times.unheard();
    expect(times.isSilentTooLong()).toBe(false);
    pass(1);
    times.polled(0);
    expect(times.isSilentTooLong()).toBe(true);
  });

  it('was silent once, and is heard of when it answers', () => {
    const { times, pass } = follow();
    expect([times.wasUnheard(), times.isUnheard()]).toEqual([false, false]);
    pass(1);
    times.polled(0);
    times.unheard();
    expect([times.wasUnheard(), times.isUnheard()]).toEqual([true, true]);
    pass(1);
    times.polled(0);
    times.heard();
    expect([times.wasUnheard(), times.isUnheard()]).toEqual([true, false]);
  });

  it('is heard of by its answer to the document, once', () => {
    const { times, pass } = follow();
    pass(80);
    times.documentAnswered();
    pass(80);
    times.documentAnswered();
    times.polled(0);
    expect(times.isSilentTooLong()).toBe(false);
    pass(11);
    times.polled(0);
    expect(times.isSilentTooLong()).toBe(true);
  });
});
