import { expect, test } from 'vitest';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import { ok } from '../../../shared/result.ts';
import { printerToIssueOn } from './may-issue.ts';

const BUILT_IN: PrinterSettings = { driver: 'virtual', folder: null, secondsPerFace: 0 };

function issuing(build: 'evaluation' | 'release', printer: PrinterSettings, awaitsTestCard = false) {
  return printerToIssueOn({ build, printer: { now: () => printer, awaitsTestCard: () => awaitsTestCard } });
}

test('a release refuses to issue on the built-in printer; an evaluation build may show how it would be', () => {
  expect(issuing('release', BUILT_IN)).toEqual({ ok: false, error: { kind: 'no-printer' } });
  expect(issuing('evaluation', BUILT_IN)).toEqual(ok(BUILT_IN));
  expect(issuing('release', CARD_PRINTER)).toEqual(ok(CARD_PRINTER));
});

test('nothing is issued on a queue before somebody has seen its test card', () => {
  expect(issuing('release', CARD_PRINTER, true)).toEqual({
    ok: false,
    error: { kind: 'printer-refused', why: { kind: 'test-card-unconfirmed' } },
  });
});
