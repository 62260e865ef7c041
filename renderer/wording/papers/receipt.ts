import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';

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

function foundInWords(hits: number): string {
  return hits === 0 ? t`none found` : plural(hits, { one: 'found # time', other: 'found # times' });
}

/** What the search did not look for, as sentences; empty where it looked for everything. */
export function notSoughtInWords(search: Extract<Receipt['erased']['search'], { kind: 'searched' }>): string {
  const { values, tooShort, alsoOwn } = search;
  const all = values + tooShort + alsoOwn;
  const short = plural(tooShort, {
    one: `# of ${all} values was too short to search for alone.`,
    other: `# of ${all} values were too short to search for alone.`,
  });
  const own = plural(alsoOwn, {
    one: `# is in this kiosk’s own records and was left out.`,
    other: `# are in this kiosk’s own records and were left out.`,
  });
  return [tooShort === 0 ? '' : short, alsoOwn === 0 ? '' : own]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What the search found: never more than it showed. Without a full stop. */
function searchInWords(search: Receipt['erased']['search']): string {
  switch (search.kind) {
    case 'searched': {
      const size = megabytes(search.bytes);
      const searched = plural(search.files, {
        one: `Searched # file and ${size} MB for this person’s details:`,
        other: `Searched # files and ${size} MB for this person’s details:`,
      });
      return `${searched} ${foundInWords(search.hits)}`;
    }
    case 'void':
      return t`The search did not find its own test mark, so it proves nothing`;
    case 'not-searched':
      return t`The kiosk was not searched: the details were lost before the search could begin`;
    default:
      return unreachable(search);
  }
}

function custodyInWords(custody: Receipt['erased']['custody']): string {
  switch (custody) {
    case 'memory':
      return t`the key was in memory only and is destroyed`;
    case 'sealed':
      return t`the key was sealed on the disk and is overwritten`;
    default:
      return unreachable(custody);
  }
}

function spoolInWords(spool: Receipt['erased']['spool']): string {
  switch (spool) {
    case 'kept-nothing':
      return t`the printer kept nothing`;
    case 'purged':
      return t`what the printer’s queue kept is removed`;
    case 'not-proven':
      return t`the printer ended the job; what it remembers by itself cannot be seen from here`;
    default:
      return unreachable(spool);
  }
}

/** The whole receipt in one sentence for the clerk: search, custody, printer. */
export function receiptInWords({ search, custody, spool }: Receipt['erased']): string {
  const searched = searchInWords(search);
  const key = custodyInWords(custody);
  const printer = spoolInWords(spool);
  const said = t`${searched}; ${key}; ${printer}.`;
  return search.kind === 'searched' ? `${said} ${notSoughtInWords(search)}`.trim() : said;
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
    case 'selections-not-emptied':
      return t`Another program on this computer may have copied what was typed.`;
    case 'printer-memory-out-of-reach':
      return t`The printer has a memory of its own, into which nobody can see from here.`;
    case 'ribbon-not-destroyed':
      return t`The printer’s used ribbon shows the card until it is destroyed.`;
    default:
      return unreachable(code);
  }
}
