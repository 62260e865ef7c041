import { expect, test } from 'vitest';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import { ok } from '../../../shared/result.ts';
import { printerToIssueOn } from './may-issue.ts';

const BUILT_IN: PrinterSettings = { driver: 'virtual', folder: null, secondsPerFace: 0 };

function issuing(
  build: 'evaluation' | 'release',
  printer: PrinterSettings,
  { awaitsTestCard = false, isLow = false } = {},
) {
  return printerToIssueOn({
    ...{ build, printer: { now: () => printer, awaitsTestCard: () => awaitsTestCard } },
    battery: { isLowNow: () => isLow },
  });
}

test('a release refuses to issue on the built-in printer; an evaluation build may show how it would be', () => {
  expect(issuing('release', BUILT_IN)).toEqual({ ok: false, error: { kind: 'no-printer' } });
  expect(issuing('evaluation', BUILT_IN)).toEqual(ok(BUILT_IN));
  expect(issuing('release', CARD_PRINTER)).toEqual(ok(CARD_PRINTER));
});

test('nothing is issued on a queue before somebody has seen its test card', () => {
  expect(issuing('release', CARD_PRINTER, { awaitsTestCard: true })).toEqual({
    ok: false,
    error: { kind: 'printer-refused', why: { kind: 'test-card-unconfirmed' } },
  });
});

test('nothing is issued on a battery that is too low, whatever the printer is', () => {
  const refused = { ok: false, error: { kind: 'battery-low' } };
  expect(issuing('release', CARD_PRINTER, { isLow: true })).toEqual(refused);
  expect(issuing('evaluation', BUILT_IN, { isLow: true })).toEqual(refused);
});
