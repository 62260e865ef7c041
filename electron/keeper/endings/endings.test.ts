import { expect, it } from 'vitest';
import { applicationId, ticket } from '../../../shared/contract/ids.ts';
import type { WipeResult } from '../../../shared/contract/receipt.ts';
import { FIRST_LOOK, FIRST_READER } from '../../../shared/residents/look.ts';
import { testClock } from '../clock.test-support.ts';
import { makeReceipt } from '../receipt/receipt.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { PROVEN } from '../wipe/wipe-procedure.test-support.ts';
import { createEndings, type Endings } from './endings.ts';

const A = applicationId.parse('a'.repeat(32));
const B = applicationId.parse('b'.repeat(32));
const TICKET = ticket.parse(7);
const HOUR = 3_600_000;
const RESULT = { custody: 'memory', search: PROVEN, notDone: [] } as const satisfies WipeResult;
const key = randomGuardedKey();

function receiptOf(outcome: 'denied' | 'withdrawn') {
  return makeReceipt(
    key,
    { day: '2026-11-24', kiosk: 'Counter 3', identifier: '0f'.repeat(16), practice: false },
    { outcome, custody: 'memory', search: PROVEN, spool: 'purged' },
    'machine',
    'empty',
    false,
  );
}

function screen() {
  const clock = testClock({ now: 0 });
  return { clock, endings: createEndings(clock) };
}

it('tells of the application on the screen from its beginning to its receipt', () => {
  const { clock, endings } = screen();
  expect(endings.shown()).toEqual({ kind: 'none' });
  endings.began(A, null, null);
  expect(endings.shown()).toEqual({ kind: 'erasing' });
  clock.advance(140);
  clock.moveClock(-HOUR);
  const receipt = receiptOf('denied');
  endings.ended(A, receipt);
  expect(endings.shown()).toEqual({ kind: 'ended', receipt, milliseconds: 140, fee: null });
  endings.over();
  expect(endings.shown()).toEqual({ kind: 'none' });
});

it('offers the fee receipt of the application on the screen, and forgets it with its original', () => {
  const { endings } = screen();
  const fee = { route: 'replacement', settled: 'paid', cents: 1000, currency: 'USD' } as const;
  endings.began(A, fee, null);
  expect(endings.feeReceipt()).toBeNull();
  const receipt = receiptOf('withdrawn');
  endings.ended(A, receipt);
  expect(endings.feeReceipt()).toEqual({ fee, receipt, original: null });
  endings.feeReceiptPrinted(4);
  expect(endings.feeReceipt()).toEqual({ fee, receipt, original: 4 });
  endings.began(B, fee, null);
  expect(endings.feeReceipt()).toBeNull();
  endings.ended(B, receipt);
  expect(endings.feeReceipt()?.original).toBeNull();
  endings.over();
  expect(endings.feeReceipt()).toBeNull();
});

const lateNews: readonly (readonly [string, (endings: Endings) => void])[] = [
  ['waits for its printer', (endings) => endings.printSideOpen(A, RESULT)],
  ['ends', (endings) => endings.ended(A, receiptOf('denied'))],
  ['is closed by a supervisor', (endings) => endings.closed(A)],
  ['is stopped by a hold', (endings) => endings.held(A, TICKET)],
  ['expires with nobody there', (endings) => endings.endedUnseen(A, null)],
];

it.each(lateNews)('says nothing of one that %s while the screen is about another', (what, late) => {
  const { endings } = screen();
  endings.began(A, null, null);
  // The control: of the application that the screen is about all of it is news.
  late(endings);
  if (what !== 'expires with nobody there') expect(endings.shown().kind).not.toBe('erasing');
  endings.began(B, null, null);
  late(endings);
  expect(endings.shown()).toEqual({ kind: 'erasing' });
  const receipt = receiptOf('withdrawn');
  endings.ended(B, receipt);
  late(endings);
  expect(endings.shown()).toMatchObject({ kind: 'ended', receipt });
});

it('does not count the hours for which a printer is waited for', () => {
  const { clock, endings } = screen();
  endings.began(A, null, null);
  clock.advance(300);
  endings.printSideOpen(A, RESULT);
  clock.advance(3 * HOUR);
  endings.printSideOpen(A, RESULT);
  endings.ended(A, receiptOf('denied'));
  expect(endings.shown()).toMatchObject({ kind: 'ended', milliseconds: 300 });
});

it('does not say how long it took where nobody knows when it began', () => {
  const { clock, endings } = screen();
  endings.resumed(A);
  clock.advance(HOUR);
  endings.ended(A, receiptOf('denied'));
  expect(endings.shown()).toMatchObject({ kind: 'ended', milliseconds: null });
});

it('no longer says that nothing was lost of one that was put aside and has expired', () => {
  const { endings } = screen();
  const told = { kind: 'put-aside', ticket: TICKET } as const;
  endings.leftOpen(A, told);
  endings.endedUnseen(B, null);
  expect(endings.shown()).toEqual(told);
  endings.endedUnseen(A, null);
  expect(endings.shown()).toEqual({ kind: 'none' });
});

it('tells what is still being erased as anyone reads, once whoever left has gone', () => {
  const { endings } = screen();
  const look = { ...FIRST_LOOK, textSize: 'largest', switchKeys: 'one-two' } as const;
  endings.began(A, null, { language: 'ar', look, outcome: 'withdrawn' });
  expect(endings.shown()).toMatchObject({ kind: 'left', language: 'ar', look });
  endings.readerLeft();
  expect(endings.shown()).toMatchObject({ kind: 'left', ...FIRST_READER, became: { kind: 'erasing' } });
  endings.closed(A);
  expect(endings.shown()).toMatchObject({ kind: 'left', ...FIRST_READER, became: { kind: 'closed' } });
});

it('keeps what it says when the fresh session dies, and says so when one with an application does', () => {
  const { endings } = screen();
  endings.sessionDied({ occupied: false });
  expect(endings.shown()).toEqual({ kind: 'replaced' });
  endings.began(A, null, null);
  endings.sessionDied({ occupied: false });
  expect(endings.shown()).toEqual({ kind: 'erasing' });
  endings.ended(A, receiptOf('denied'));
  endings.sessionDied({ occupied: false });
  expect(endings.shown().kind).toBe('ended');
  endings.over();
  endings.sessionDied({ occupied: true });
  expect(endings.shown()).toEqual({ kind: 'replaced' });
});
