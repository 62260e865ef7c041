import { beforeAll, expect, it } from 'vitest';
import { SAMPLE_FEE_RECEIPT } from '../../../shared/paper/sample-papers.test-support.ts';
import { speakEnglish } from '../english.test-support.ts';
import { feeReceiptOnPaper } from './fee-receipt.ts';

beforeAll(speakEnglish);

const WHERE = {
  ...{ programme: 'Harbor City Municipal ID', kiosk: 'City Hall, desk 2', day: '2026-11-25' },
  practice: false,
};
const fee = { route: 'replacement', settled: 'paid', cents: 1000, currency: 'USD' } as const;

it('the fee receipt says program, kiosk, day, kind of card, amount and what became of it, and nothing else', () => {
  expect(feeReceiptOnPaper(fee, WHERE)).toEqual(SAMPLE_FEE_RECEIPT);
});

it('that of practice says that it is none', () => {
  expect(feeReceiptOnPaper(fee, { ...WHERE, practice: true }).heading).toBe('PRACTICE: not a receipt');
});
