import { beforeAll, expect, it } from 'vitest';
import { LONGEST_RECEIPT } from '../../../shared/paper/sample-papers.test-support.ts';
import { speakEnglish } from '../english.test-support.ts';
import { longest } from './longest-receipt.test-support.ts';
import { receiptOnPaper } from './receipt-paper.ts';
import { type ShownWipe, wipeResultInWords } from './wipe-result.ts';

beforeAll(speakEnglish);

it('the longest receipt, which must fit on a page, has the longest of all its sentences', () => {
  expect(receiptOnPaper(longest)).toEqual(LONGEST_RECEIPT);
  const [, ...longestSaid] = LONGEST_RECEIPT.lines;
  const { erased, notDone } = longest;
  const others: readonly Partial<ShownWipe>[] = [
    ...[
      { search: { kind: 'not-searched' as const } },
      { custody: 'memory' as const },
      { spool: 'kept-nothing' as const },
      { spool: 'purged' as const },
    ],
  ];
  for (const other of others)
    wipeResultInWords({ ...erased, notDone, ...other }).done.forEach((said, place) => {
      expect(said.length).toBeLessThanOrEqual(longestSaid[place]?.length ?? 0);
    });
});

it('the receipt of practice says that it is none, and that the city keeps nothing', () => {
  const { heading, stub } = receiptOnPaper({ ...longest, practice: true });
  expect(heading).toBe('PRACTICE: not a receipt');
  expect(stub.lines).toEqual(['Nothing. This was practice with an invented person.']);
});
