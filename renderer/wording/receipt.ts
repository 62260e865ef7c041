import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { Receipt } from '../../shared/contract/receipt.ts';
import { unreachable } from '../../shared/result.ts';

/** "3.1 MB". Megabytes of a million bytes, one decimal: rounded, as the ledger is. */
export function megabytes(bytes: number): string {
  return i18n.number(bytes / 1_000_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** How the application ended. */
export function outcomeInWords(outcome: Receipt['erased']['outcome']): string {
  switch (outcome) {
    case 'issued':
      return t`Card handed over. The record has ended.`;
    case 'denied':
      return t`Application denied. The record has ended.`;
    case 'withdrawn':
      return t`Application withdrawn. The record has ended.`;
    case 'expired':
      return t`Application expired. The record has ended.`;
    default:
      return unreachable(outcome);
  }
}

/** What the search found: never more than it showed. */
export function searchInWords(search: Receipt['erased']['search']): string {
  switch (search.kind) {
    case 'searched': {
      const size = megabytes(search.bytes);
      const searched = plural(search.files, {
        one: `Searched # file and ${size} MB for this person’s details:`,
        other: `Searched # files and ${size} MB for this person’s details:`,
      });
      const found =
        search.hits === 0
          ? t`none found.`
          : plural(search.hits, { one: 'found # time.', other: 'found # times.' });
      return `${searched} ${found}`;
    }
    case 'void':
      return t`The search did not find its own test mark, so it proves nothing.`;
    case 'not-searched':
      return t`The kiosk was not searched: the details were lost before the search could begin.`;
    default:
      return unreachable(search);
  }
}

/** What the receipt does not prove. */
export function notDoneInWords(code: Receipt['notDone'][number]): string {
  switch (code) {
    case 'process-memory-was-not-searched':
      return t`The memory of running programs was not searched here; tests measure it.`;
    case 'search-was-not-possible':
      return t`A search was not possible.`;
    case 'some-files-unreadable':
      return t`Some files could not be read.`;
    default:
      return unreachable(code);
  }
}
