import { beforeAll, expect, test } from 'vitest';
import { spoilReasons } from '../../../shared/application/lifecycle.ts';
import { speakEnglish } from '../english.test-support.ts';
import { countedReasonInWords, spoilReasonInWords } from './spoil-reason.ts';

beforeAll(speakEnglish);

test('the ledger says of no card that its applicant left: the kiosk may have ended the application', () => {
  expect(countedReasonInWords('not-collected')).toBe('not given to the applicant');
  expect(spoilReasonInWords('not-collected')).toBe('The applicant left without it');
  for (const reason of spoilReasons.filter((each) => each !== 'not-collected'))
    expect(countedReasonInWords(reason)).toBe(spoilReasonInWords(reason));
});
