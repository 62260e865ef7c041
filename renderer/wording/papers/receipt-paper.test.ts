import { beforeAll, expect, it } from 'vitest';
import { LONGEST_RECEIPT } from '../../../shared/paper/sample-papers.test-support.ts';
import { speakEnglish } from '../english.test-support.ts';
import { longest } from './longest-receipt.test-support.ts';
import { custodyOnPaper, receiptOnPaper, searchOnPaper, spoolOnPaper } from './receipt-paper.ts';

beforeAll(speakEnglish);

it('the longest receipt, which must fit on a page, has the longest of all its sentences', () => {
  expect(receiptOnPaper(longest)).toEqual(LONGEST_RECEIPT);
  const [, search = '', custody = '', spool = ''] = LONGEST_RECEIPT.lines;
  for (const other of [searchOnPaper({ kind: 'not-searched' }), searchOnPaper({ kind: 'void' })])
    expect(other.length).toBeLessThanOrEqual(search.length);
  expect(custodyOnPaper('memory').length).toBeLessThanOrEqual(custody.length);
  for (const other of ['kept-nothing', 'purged'] as const)
    expect(spoolOnPaper(other).length).toBeLessThanOrEqual(spool.length);
});

it('the receipt of practice says that it is none, and that the city keeps nothing', () => {
  const { heading, stub } = receiptOnPaper({ ...longest, practice: true });
  expect(heading).toBe('PRACTICE: not a receipt');
  expect(stub.lines).toEqual(['Nothing. This was practice with an invented person.']);
});
