import { expect, it } from 'vitest';
import { allStates } from './lifecycle.test-support.ts';
import { stateText } from './lifecycle.ts';
import { type PrintOccasion, queueCard } from './queue-card.ts';

/** The states from which a card may be queued. */
function statesFor(occasion: PrintOccasion): readonly string[] {
  return allStates.flatMap((state) => {
    const queued = queueCard(state, occasion);
    if (!queued.ok) return [];
    expect(queued.value).toEqual({ kind: 'queued' });
    return [stateText(state)];
  });
}

it('a card is printed with the read-back, and again only what was read back before', () => {
  expect(statesFor('read-back')).toEqual(['photographed', 'ready']);
  expect(statesFor('again')).toEqual([
    'printing-no-card',
    'spoiled-smudged',
    'spoiled-misaligned',
    'spoiled-incomplete',
    'spoiled-damaged',
    'spoiled-not-collected',
  ]);
});
