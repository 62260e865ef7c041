import { expect, test } from 'vitest';
import { ticket } from '../../shared/contract/ids.ts';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { firstThing } from './first-thing.ts';

type Open = KioskStatus['inProgress'][number];

const open = (number: number, change: Partial<Open> = {}): Open => ({
  ...{ ticket: ticket.parse(number), day: '2026-11-24', state: 'draft', printStopped: false },
  ...{ minutes: 3, minutesLeft: 200, hold: 'free', rulesUnknown: false, waitsForClerk: false, ...change },
});

const firstOf = (
  inProgress: readonly Open[],
  change: Partial<KioskStatus> = {},
  now: Partial<Parameters<typeof firstThing>[1]> = {},
) =>
  firstThing(
    { ...NOTHING_YET, intake: { kind: 'open' }, inProgress: [...inProgress], ...change },
    { isRefused: false, lacksCamera: false, ...now },
  );

const expiring = open(1, { minutesLeft: 40 });
const expiringSooner = open(2, { minutesLeft: 4 });
const stopped = open(3, { state: 'printing', printStopped: true });
const printed = open(4, { state: 'printed' });
const spoiled = open(5, { state: 'spoiled' });

test('what would be lost comes first, then what a card waits for, then the next applicant', () => {
  const all = [open(9), spoiled, printed, stopped, expiring, expiringSooner];
  expect(firstOf(all)).toEqual({ kind: 'expires', ticket: 2 });
  expect(firstOf(all.slice(0, 4))).toEqual({ kind: 'stopped', ticket: 3 });
  expect(firstOf(all.slice(0, 3))).toEqual({ kind: 'card-waits', ticket: 4 });
  expect(firstOf(all.slice(0, 2))).toEqual({ kind: 'reprint', ticket: 5 });
  expect(firstOf(all.slice(0, 1))).toEqual({ kind: 'start' });
  expect(firstOf([{ ...expiring, state: 'printed' }])).toEqual({ kind: 'card-expires', ticket: 1 });
});

test('what its row says expires now is not said to expire soon', () => {
  const now = open(1, { minutesLeft: 0 });
  expect(firstOf([now])).toEqual({ kind: 'expires-now', ticket: 1 });
  expect(firstOf([{ ...now, state: 'printed' }])).toEqual({ kind: 'card-expires-now', ticket: 1 });
  expect(firstOf([open(1, { minutesLeft: 1 })])).toEqual({ kind: 'expires', ticket: 1 });
});

test('what nobody can open here and expires soon comes before the next applicant, and after what can be saved', () => {
  const unknown = open(7, { rulesUnknown: true, minutesLeft: 24 });
  expect(firstOf([unknown])).toEqual({ kind: 'unknown-expires', ticket: 7 });
  expect(firstOf([unknown, expiring])).toEqual({ kind: 'expires', ticket: 1 });
  expect(firstOf([unknown, stopped])).toEqual({ kind: 'unknown-expires', ticket: 7 });
  expect(firstOf([{ ...unknown, minutesLeft: 200 }])).toEqual({ kind: 'start' });
  expect(firstOf([{ ...unknown, minutesLeft: null, hold: 'frozen' }])).toEqual({ kind: 'start' });
});

test('without a camera the next applicant comes after it', () => {
  expect(firstOf([], {}, { lacksCamera: true })).toEqual({ kind: 'camera' });
  expect(firstOf([printed], {}, { lacksCamera: true })).toEqual({ kind: 'card-waits', ticket: 4 });
  expect(firstOf([], {}, { lacksCamera: true, isRefused: true })).toEqual({ kind: 'refused' });
});

test('nobody is sent to an application on legal hold or of unknown rules, nor to a start that is refused', () => {
  expect(firstOf([open(1, { state: 'printed', hold: 'frozen', minutesLeft: null })])).toEqual({
    kind: 'start',
  });
  expect(firstOf([open(1, { state: 'printed', hold: 'kept', minutesLeft: null })])).toEqual({
    kind: 'start',
  });
  expect(firstOf([open(1, { hold: 'kept', minutesLeft: null })], { intake: { kind: 'held' } })).toEqual({
    kind: 'closed',
  });
  expect(firstOf([open(1, { rulesUnknown: true })])).toEqual({ kind: 'start' });
  expect(firstOf([], { intake: { kind: 'held' } })).toEqual({ kind: 'closed' });
  expect(firstOf([], { shortage: { place: 'disk', freeMegabytes: 1, neededMegabytes: 2 } })).toEqual({
    kind: 'closed',
  });
  expect(firstOf([], { diskFails: true })).toEqual({ kind: 'closed' });
  expect(firstOf([open(1)], { intake: { kind: 'held' } })).toEqual({ kind: 'finish' });
  const erasing = open(1, { state: 'wiping', minutesLeft: 0 });
  expect(firstOf([erasing])).toEqual({ kind: 'start' });
  expect(firstOf([erasing], { intake: { kind: 'held' } })).toEqual({ kind: 'closed' });
  const dateQuestion = { doubt: 'ahead', shown: { year: 2027, month: 2, day: 9 } } as const;
  expect(firstOf([open(1)], { dateQuestion })).toEqual({ kind: 'date' });
  expect(firstOf([], { lastEnding: { kind: 'erasing' } })).toEqual({ kind: 'wait' });
});

test('nobody is sent to a notice that is not there: at a packed-up kiosk, or one that has lost an order', () => {
  const packedUp = { intake: { kind: 'packed-up' } } as const;
  expect(firstOf([], packedUp)).toEqual({ kind: 'open-day' });
  expect(firstOf([open(1, { hold: 'frozen', minutesLeft: null })], packedUp)).toEqual({ kind: 'open-day' });
  expect(firstOf([open(1)], packedUp)).toEqual({ kind: 'finish' });
  expect(firstOf([], { intake: { kind: 'order-missing', serial: 4 } })).toEqual({ kind: 'refused' });
});

test('nobody whose Start was refused is told to press it again', () => {
  const refused = { isRefused: true };
  expect(firstOf([], {}, refused)).toEqual({ kind: 'refused' });
  expect(firstOf([open(1)], {}, refused)).toEqual({ kind: 'refused' });
  expect(firstOf([expiring], {}, refused)).toEqual({ kind: 'expires', ticket: 1 });
  expect(firstOf([], { intake: { kind: 'held' } }, refused)).toEqual({ kind: 'closed' });
  expect(firstOf([], { lastEnding: { kind: 'erasing' } }, refused)).toEqual({ kind: 'wait' });
});
