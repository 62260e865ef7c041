import { expect, test } from 'vitest';
import { stationMark, stations } from './stations.ts';

const marks = (...stages: readonly [Parameters<typeof stationMark>[1], Parameters<typeof stationMark>[2]]) =>
  stations.map((station) => stationMark(station, ...stages));

test('the card goes from station to station', () => {
  expect(marks('waiting', null)).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  expect(marks('front', 'front')).toEqual(['done', 'now', 'ahead', 'ahead']);
  expect(marks('in-tray', 'in-tray')).toEqual(['done', 'done', 'done', 'done']);
});

test('a fault stands at the first station that was not reached', () => {
  expect(marks('failed', 'front')).toEqual(['done', 'done', 'fault', 'ahead']);
  expect(marks('failed', null)).toEqual(['fault', 'ahead', 'ahead', 'ahead']);
});
