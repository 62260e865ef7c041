import { t } from '@lingui/core/macro';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';
import { notSearchedInWords } from './not-searched.ts';
import { classesOf, foundNoneInWords, notSoughtInWords } from './search.ts';
import { spoolInWords } from './wipe-result.ts';

/** How the application ended. That it is erased is said where the search went through, and shows it. */
export function outcomeInWords({ outcome, search }: Receipt['erased']): string {
  const isSearched = search.kind === 'searched';
  switch (outcome) {
    case 'issued':
      return isSearched ? t`Card handed over. Application erased.` : t`Card handed over. Application ended.`;
    case 'denied':
      return isSearched
        ? t`Application denied and erased.`
        : t({
            message: 'Application denied.',
            comment:
              'On the start screen: how the last application ended. It was denied, and no search showed it erased.',
          });
    case 'withdrawn':
      return isSearched
        ? t`Application withdrawn and erased.`
        : t({
            message: 'Application withdrawn.',
            comment:
              'On the start screen: how the last application ended. The applicant gave it up, and no search showed it erased.',
          });
    case 'expired':
      return isSearched
        ? t`Application expired and erased.`
        : t({
            message: 'Application expired.',
            comment:
              'On the start screen: how the last application ended. Its time was up, and no search showed it erased.',
          });
    case 'called-off':
      return isSearched
        ? t({
            message:
              'Application ended and erased: new applications were suspended, or the kiosk was packed up.',
            comment: 'On the start screen: how the last application ended.',
          })
        : t({
            message: 'Application ended: new applications were suspended, or the kiosk was packed up.',
            comment:
              'On the start screen: how the last application ended. All open ones were ended, and no search showed it erased.',
          });
    default:
      return unreachable(outcome);
  }
}

/** What the search found, in two sentences at most: never more than it showed. */
export function searchInWords({ search, outcome }: Pick<Receipt['erased'], 'search' | 'outcome'>): string {
  switch (search.kind) {
    case 'searched': {
      const { files, size } = classesOf(search);
      const searched = t({
        message: `Searched up to ${files} files (${size} MB) for the applicant’s details.`,
        comment:
          'On the start screen after a handoff. {files} is 100, 1,000 or more, {size} is 10, 100 or more megabytes.',
      });
      return `${searched} ${foundNoneInWords()}`;
    }
    case 'not-searched':
      return notSearchedInWords(outcome);
    default:
      return unreachable(search);
  }
}

function custodyInWords(custody: Receipt['erased']['custody']): string {
  switch (custody) {
    case 'memory':
      return t`The key was in memory only and is destroyed.`;
    case 'sealed':
      return t`The key was kept on disk and has been overwritten.`;
    default:
      return unreachable(custody);
  }
}

/** The rest of the receipt for the clerk, a sentence or two each: custody, printer, and what was not searched for. */
export function detailsInWords({ search, custody, spool }: Receipt['erased']): readonly string[] {
  const notSought = search.kind === 'searched' ? notSoughtInWords(search) : '';
  return [custodyInWords(custody), spoolInWords(spool), ...(notSought === '' ? [] : [notSought])];
}
