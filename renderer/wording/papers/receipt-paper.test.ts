import { beforeAll, expect, it } from 'vitest';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { LONGEST_RECEIPT } from '../../../shared/paper/sample-papers.test-support.ts';
import { speakEnglish } from '../english.test-support.ts';
import { custodyOnPaper, receiptOnPaper, searchOnPaper, spoolOnPaper } from './receipt-paper.ts';

beforeAll(speakEnglish);

const longest: Receipt = {
  version: 2,
  practice: false,
  day: '2026-11-25',
  kiosk: 'Municipal Administration Building, Harborside Annex, desk 12',
  erased: {
    outcome: 'expired',
    custody: 'sealed',
    search: {
      kind: 'searched',
      values: 11,
      tooShort: 10,
      alsoOwn: 10,
      windows: 99,
      files: 9999,
      bytes: 99_900_000,
      hits: 99,
      unreadable: 3,
    },
    spool: 'not-proven',
  },
  ended: { processesEnded: 4, foldersRemoved: 1 },
  notDone: [
    'process-memory-was-not-searched',
    'some-files-unreadable',
    'selections-not-emptied',
    'printer-memory-out-of-reach',
    'ribbon-not-destroyed',
  ],
  signature: '',
  publicKey: '',
};

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
