import { expect, it } from 'vitest';
import { feeSettlements, routes } from '../application/route.ts';
import { paper } from '../contract/paper.ts';
import { SAMPLE_FEE_RECEIPT } from '../paper/sample-papers.test-support.ts';
import { harborCity } from '../programme/harbor-city.test-support.ts';
import { feeReceiptOnPaper, type PlaceAndDay } from './fee-receipt.ts';

const WHERE: PlaceAndDay = {
  ...{ programme: harborCity.name, kioskName: 'City Hall, desk 2', day: '2026-11-25' },
  practice: false,
};
const fee = { route: 'replacement', settled: 'paid', cents: 1000, currency: 'USD' } as const;

it('the fee receipt says program, kiosk, day, kind of card, amount and what became of it, and nothing else', () => {
  expect(feeReceiptOnPaper(fee, WHERE, { language: 'en', isCopy: false })).toEqual(SAMPLE_FEE_RECEIPT);
});

it('a copy says that it is one, and nothing else differently', () => {
  expect(feeReceiptOnPaper(fee, WHERE, { language: 'en', isCopy: true })).toEqual({
    ...SAMPLE_FEE_RECEIPT,
    heading: 'Copy of fee receipt',
  });
});

it.each([false, true])('that of practice says that it is none (a copy: %s)', (isCopy) => {
  expect(feeReceiptOnPaper(fee, { ...WHERE, practice: true }, { language: 'en', isCopy }).heading).toBe(
    'PRACTICE: not a receipt',
  );
});

it('is a paper for every fee, also where the program’s name has marks that no paper carries', () => {
  const programme = { en: 'Harbor\u00ad City \u202eID' };
  for (const route of routes)
    for (const settled of feeSettlements) {
      const made = feeReceiptOnPaper(
        { ...fee, route, settled },
        { ...WHERE, programme },
        { language: 'en', isCopy: false },
      );
      expect(paper.parse(made)).toEqual(made);
      expect(made.rows[0]?.value).toBe('Harbor City ID');
    }
});
