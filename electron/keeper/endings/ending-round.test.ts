import { expect, it } from 'vitest';
import { createEndingRound } from './ending-round.ts';

it('one round ends what packing up, a suspension, and its own time have come to', () => {
  const looked: string[] = [];
  const round = createEndingRound(
    { goOn: () => void looked.push('packing up') },
    { check: () => void looked.push('suspension') },
    { check: () => void looked.push('time') },
  );
  round.now();
  expect(looked.toSorted()).toEqual(['packing up', 'suspension', 'time']);
});
