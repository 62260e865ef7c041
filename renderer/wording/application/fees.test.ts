import { beforeAll, expect, it } from 'vitest';
import type { Fee } from '../../../shared/application/route.ts';
import { speakEnglish } from '../english.test-support.ts';
import { feeInWords } from './fees.ts';

beforeAll(speakEnglish);

const received: Fee = { settled: 'paid-for-another', cents: 1000 };

it.each<[Fee, number, string]>([
  [null, 1000, 'Not paid yet'],
  [null, 0, 'Nothing due'],
  [{ settled: 'paid', cents: 1000 }, 500, 'Paid'],
  [{ settled: 'waived', cents: 1000 }, 1000, 'Waived'],
  [received, 1500, '$10.00 received, $5.00 more due'],
  [received, 500, '$10.00 received, give back $5.00'],
  [received, 0, 'Give back $10.00, then press F8'],
])('of %j, where %i is due, it is said: %s', (fee, due, said) => {
  expect(feeInWords(fee, due, 'USD')).toBe(said);
});
