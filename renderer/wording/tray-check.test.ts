import { beforeAll, expect, test } from 'vitest';
import { applicationStateKinds } from '../../shared/application/lifecycle.ts';
import { ticket } from '../../shared/contract/ids.ts';
import { speakEnglish } from './english.test-support.ts';
import { cardsInWords, livingCards } from './tray-check.ts';

beforeAll(speakEnglish);

const inProgress = (state: (typeof applicationStateKinds)[number]) => [
  {
    ...{ ticket: ticket.parse(1), day: '2026-11-24', state, minutes: 4, minutesLeft: 90 },
    ...{ printStopped: false, hold: 'free' as const, rulesUnknown: false, waitsForClerk: false },
  },
];

test('where every application had a card, none of them is told as a part of them', () => {
  expect(cardsInWords({ cause: 'power-lost', applications: 4, cards: 4 })).toMatch(
    /^All of them had cards in progress or in the tray\./,
  );
  expect(cardsInWords({ cause: 'power-lost', applications: 4, cards: 3 })).not.toMatch(/^All of them/);
});

test('only applications whose card is on its way or waits make the tray a mixed one', () => {
  const mixed = applicationStateKinds.filter((state) => livingCards(inProgress(state)));
  expect(mixed).toEqual(['queued', 'printing', 'printed']);
  expect(livingCards([])).toBe(false);
});
