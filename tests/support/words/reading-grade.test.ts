import { expect, it } from 'vitest';
import { readingGradeOf } from './reading-grade.ts';

it('tells what is easy from what is hard', () => {
  const easy = 'The printer is out of cards.\nLoad cards into the feeder.\nThen press Enter.';
  const hard =
    'Notwithstanding the aforementioned considerations, the administration anticipates the preservation of individually identifiable documentation.';
  expect(readingGradeOf(easy).grade).toBeLessThan(5);
  expect(readingGradeOf(hard).grade).toBeGreaterThan(20);
});

it('counts words only: no key, no figure, no name that somebody brought', () => {
  expect(readingGradeOf('F12 · 7:01 PM · Wilhelmina prints', ['Wilhelmina']).words).toBe(2);
  expect(readingGradeOf('12 34').words).toBe(0);
});
