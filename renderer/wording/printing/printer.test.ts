import { beforeAll, expect, test } from 'vitest';
import { printDoubts } from '../../../shared/contract/printing/printer.ts';
import { printerTroubles } from '../../../shared/printing/trouble.ts';
import { speakEnglish } from '../english.test-support.ts';
import { refusalInWords } from '../refusal.ts';
import { EVERY_PRINTER_REFUSAL as refusals } from './every-printer-refusal.test-support.ts';
import { mayStillWork, printDoubtInWords } from './print-doubt.ts';
import { sizeInWords, wayThereInWords } from './printer.ts';
import {
  printerRefusalForItStaff,
  printerRefusalInWords,
  printerRefusalReasons,
  printerRefusalTodo,
} from './printer-refusal.ts';
import { printerTroubleInWords } from './printer-trouble.ts';

beforeAll(speakEnglish);

test('no doubt speaks for one of the two answers, and none of printing again', () => {
  const sentences = [null, ...printDoubts].map(printDoubtInWords);
  expect(new Set(sentences).size).toBe(printDoubts.length + 1);
  for (const sentence of sentences) {
    expect(sentence).not.toMatch(/again|probably|likely|no card/i);
    expect(sentence).toMatch(/card|done|moved/);
  }
});

test('whoever may look too early is told to wait', () => {
  const early = printDoubts.filter(mayStillWork);
  expect(early).toEqual(['interrupted', 'reply-lost', 'canceled', 'too-long']);
  expect(mayStillWork(null)).toBe(true);
});

test('a refusal fits every frame: it says what is wrong and what to do, and nothing of one person’s card', () => {
  const said = refusals.map((why) => [printerRefusalInWords(why), printerRefusalTodo(why)]);
  for (const words of said) {
    for (const sentence of words) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(words.join(' ')).not.toMatch(/the card has|the person/i);
  }
  expect(new Set(said.map(([what]) => what)).size).toBe(refusals.length);
});

test('every reason about a queue is told, also where there is room for one text only', () => {
  const spool = refusals.find(({ kind }) => kind === 'spool');
  if (spool === undefined) throw new Error('no refusal is about the spool');
  const reasons = printerRefusalReasons(spool);
  expect(reasons).toHaveLength(2);
  for (const reason of reasons) {
    expect(refusalInWords({ kind: 'printer-refused', why: spool })).toContain(reason);
  }
});

test('a clerk reads no technical word as something to do: IT staff are told it', () => {
  for (const why of refusals) {
    const forClerk =
      printerRefusalForItStaff(why) === null ? printerRefusalInWords(why) + printerRefusalTodo(why) : '';
    expect(forClerk).not.toMatch(/IPP|HTTP|DNS|ipps?:|application\/|queue at|system/);
  }
  const spool = refusals.find(({ kind }) => kind === 'spool');
  // Whom to call stands above it already.
  if (spool !== undefined) expect(printerRefusalForItStaff(spool)).toHaveLength(3);
});

test('every trouble has a sentence and something to do', () => {
  const said = printerTroubles.map((trouble) => printerTroubleInWords(trouble));
  expect(new Set(said.map(({ what }) => what)).size).toBe(printerTroubles.length);
  for (const { todo } of said) expect(todo).toMatch(/^[A-Z].+\.$/);
});

test('a page of a standard size is called by its name, and a card by its measures', () => {
  const size = (widthHundredths: number, heightHundredths: number) =>
    sizeInWords({ name: 'custom', widthHundredths, heightHundredths });
  expect(size(21_590, 27_940)).toBe('Letter (8.5 × 11 in)');
  expect(size(21_001, 29_697)).toBe('A4 (210 × 297 mm)');
  expect(size(5398, 8560)).toBe('53.98 × 85.60 mm');
  expect(size(21_590, 35_560)).toBe('215.90 × 355.60 mm');
});

test('a certificate is called compared only where somebody has compared it', () => {
  const address = 'ipps://192.0.2.17/ipp/print';
  for (const role of ['card', 'ordinary'] as const) {
    expect(wayThereInWords(address, role)).toContain('you compared');
    expect(wayThereInWords(address, role, false)).toContain('compare the fingerprint below');
    expect(wayThereInWords(address, role, false)).not.toContain('you compared');
  }
});

test('a way over the network without encryption is never called safe', () => {
  expect(wayThereInWords('ipp://192.0.2.17/ipp/print')).toContain('Not encrypted');
  expect(wayThereInWords('ipps://192.0.2.17/ipp/print')).toContain('Encrypted');
  for (const here of ['ipp://localhost:631/printers/cards', 'ipp://127.0.0.1/printers/x', 'ipp://[::1]/x']) {
    expect(wayThereInWords(here)).toContain('go to a program on this computer');
    // A queue or a program that passes it on: the address says nothing of the cable behind it.
    expect(wayThereInWords(here)).toContain('can’t check');
  }
  expect(wayThereInWords('printer.example')).toBe('Unknown.');
});
