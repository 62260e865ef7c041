import { expect, test } from 'vitest';
import { type CardsWay, stationMark, stations } from './stations.ts';

const marks = (way: Partial<CardsWay>) =>
  stations.map((station) =>
    stationMark(station, {
      stage: null,
      lastReached: null,
      troubles: [],
      ending: null,
      tells: 'cards',
      ...way,
    }),
  );

test('the card goes from station to station', () => {
  expect(marks({ stage: 'waiting' })).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  expect(marks({ stage: 'front', lastReached: 'front' })).toEqual(['done', 'now', 'ahead', 'ahead']);
  expect(marks({ stage: 'in-tray', ending: { kind: 'in-tray' } })).toEqual(['done', 'done', 'done', 'done']);
});

test('a trouble stands where the card waits, and a full tray at the tray', () => {
  expect(marks({ stage: 'back', troubles: ['media-jam'] })).toEqual(['done', 'done', 'waits', 'ahead']);
  expect(marks({ stage: 'waiting', troubles: ['offline'] })).toEqual(['waits', 'ahead', 'ahead', 'ahead']);
  expect(marks({ troubles: ['rejecting'] })).toEqual(['waits', 'ahead', 'ahead', 'ahead']);
  expect(marks({ stage: 'back', troubles: ['tray-full', 'paused'] })).toEqual([
    'done',
    'done',
    'now',
    'waits',
  ]);
});

test('a card in the tray waits for nothing, whatever ails the printer', () => {
  expect(marks({ stage: 'in-tray', troubles: ['media-empty'] })).toEqual(['done', 'done', 'done', 'done']);
});

test('where it is certain that no card was made, the fault stands at the first station not reached', () => {
  const ending = { kind: 'no-card', why: { kind: 'unreachable' } } as const;
  expect(marks({ stage: 'failed', lastReached: 'sent', ending })).toEqual([
    'done',
    'fault',
    'ahead',
    'ahead',
  ]);
  expect(marks({ stage: 'failed', ending })).toEqual(['fault', 'ahead', 'ahead', 'ahead']);
});

test('in doubt no station is called faulty, and what was under way is not called done', () => {
  const ending = { kind: 'doubt', doubt: 'aborted' } as const;
  expect(marks({ stage: 'failed', lastReached: 'back', ending })).toEqual([
    'done',
    'done',
    'unknown',
    'unknown',
  ]);
  for (const unseen of [ending, null]) {
    expect(marks({ stage: 'failed', ending: unseen })).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  }
});

test('a printer that only takes the data has taken it, and tells no more', () => {
  const ending = { kind: 'doubt', doubt: 'cannot-know' } as const;
  expect(marks({ stage: 'failed', ending })).toEqual(['done', 'unknown', 'unknown', 'unknown']);
});

test('a printer that only tells of transfers speaks for no station but the first', () => {
  const tells = 'transfers';
  const sent = ['done', 'unknown', 'unknown', 'unknown'];
  expect(marks({ stage: 'waiting', tells })).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  expect(marks({ stage: 'sent', tells })).toEqual(['now', 'unknown', 'unknown', 'unknown']);
  for (const stage of ['front', 'back'] as const) expect(marks({ stage, tells })).toEqual(sent);
  expect(marks({ stage: 'back', troubles: ['paused'], tells })).toEqual(['waits', ...sent.slice(1)]);
  const canceled = { kind: 'doubt', doubt: 'canceled' } as const;
  expect(marks({ stage: 'failed', lastReached: 'back', ending: canceled, tells })).toEqual(sent);
  const none = { kind: 'no-card', why: { kind: 'not-sent' } } as const;
  expect(marks({ stage: 'failed', lastReached: 'back', ending: none, tells })).toEqual([
    'done',
    'fault',
    'ahead',
    'ahead',
  ]);
  // Somebody has it in the hand.
  expect(marks({ stage: 'in-tray', tells })).toEqual(['done', 'done', 'done', 'done']);
});
