import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';
import { notSearchedInWords } from './not-searched.ts';

/** "3.1 MB". Megabytes of a million bytes, one decimal: rounded, as the ledger is. */
export function megabytes(bytes: number): string {
  return i18n.number(bytes / 1_000_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

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
            message: 'Application ended and erased: intake was suspended, or the kiosk packed up.',
            comment: 'On the start screen: how the last application ended.',
          })
        : t({
            message: 'Application ended: intake was suspended, or the kiosk packed up.',
            comment:
              'On the start screen: how the last application ended. All open ones were ended, and no search showed it erased.',
          });
    default:
      return unreachable(outcome);
  }
}

/** How often the search found a detail, as a sentence. */
export function foundInWords(hits: number): string {
  return hits === 0
    ? t({
        message: 'Found none.',
        comment:
          'Follows how many files were searched for the applicant’s details: none of the details were found.',
      })
    : t({
        message: plural(hits, { one: 'Found # match.', other: 'Found # matches.' }),
        comment: 'Follows how many files were searched: how many of the applicant’s details were found.',
      });
}

/** What the search did not look for, as sentences; empty where it looked for everything. */
export function notSoughtInWords(search: Extract<Receipt['erased']['search'], { kind: 'searched' }>): string {
  const { values, tooShort, alsoOwn } = search;
  const all = values + tooShort + alsoOwn;
  const short = t({
    message: plural(tooShort, {
      one: `# of ${all} values was too short to search for alone.`,
      other: `# of ${all} values were too short to search for alone.`,
    }),
    comment:
      'About the search for an applicant’s details. # and {all} count details, like a two-letter name.',
  });
  const own = t({
    message: plural(alsoOwn, {
      one: `# detail also appears in this kiosk’s own files and wasn’t searched for.`,
      other: `# details also appear in this kiosk’s own files and weren’t searched for.`,
    }),
    comment:
      'About the search for an applicant’s details: these are words that the kiosk or its policy has itself, like a staff name or a kind of document.',
  });
  return [tooShort === 0 ? '' : short, alsoOwn === 0 ? '' : own]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What the search found: never more than it showed. */
function searchInWords({ search, outcome }: Pick<Receipt['erased'], 'search' | 'outcome'>): string {
  switch (search.kind) {
    case 'searched': {
      const { files } = search;
      const size = megabytes(search.bytes);
      const searched = t({
        message: plural(files, {
          one: `Searched # file (${size} MB) for the applicant’s details.`,
          other: `Searched # files (${size} MB) for the applicant’s details.`,
        }),
        comment: 'On the start screen after a handoff. # counts files, {size} is megabytes, like 3.1.',
      });
      return `${searched} ${foundInWords(search.hits)}`;
    }
    case 'void':
      return t`The search did not find its own test mark, so it can’t show that nothing is left.`;
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

function spoolInWords(spool: Receipt['erased']['spool']): string {
  switch (spool) {
    case 'kept-nothing':
      return t`The printer’s queue kept nothing.`;
    case 'purged':
      return t`What the printer’s queue kept was removed.`;
    case 'not-proven':
      return t`The printer ended the job. This kiosk can’t see what the printer itself remembers.`;
    default:
      return unreachable(spool);
  }
}

/** The whole receipt for the clerk, a sentence each: search, custody, printer. */
export function receiptInWords(erased: Receipt['erased']): string {
  const { search, custody, spool } = erased;
  const said = [searchInWords(erased), custodyInWords(custody), spoolInWords(spool)].join(' ');
  return search.kind === 'searched' ? `${said} ${notSoughtInWords(search)}`.trim() : said;
}

/** What the receipt does not prove. */
export function notDoneInWords(code: Receipt['notDone'][number]): string {
  switch (code) {
    case 'process-memory-was-not-searched':
      return t`Memory of running programs was not searched here. Tests search it, on other computers.`;
    case 'search-was-not-possible':
      return t`A search wasn’t possible.`;
    case 'some-files-unreadable':
      return t`Some files couldn’t be read.`;
    case 'selections-not-emptied':
      return t`Another program on this computer may have copied what was typed.`;
    case 'printer-memory-out-of-reach':
      return t`The printer has its own memory, which the kiosk can’t check.`;
    case 'ribbon-not-destroyed':
      return t({
        message: 'The printer’s used ribbon shows the card until it’s destroyed.',
        comment:
          'On the receipt and on the start screen, below “Not proven”. The ribbon is the printer’s film of dye; “it” is the ribbon.',
      });
    default:
      return unreachable(code);
  }
}
