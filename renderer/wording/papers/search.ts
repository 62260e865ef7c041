import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';
import { betweenSentences } from '../between-sentences.ts';

// What a search for somebody's details showed, and what it did not: on the screen of staff and on the paper.

type Searched = Extract<Receipt['erased']['search'], { kind: 'searched' }>;

/** The classes of a search as figures that say “up to”: 100 files, 10 MB. Megabytes of a million bytes. */
export function classesOf({ files, bytes }: Pick<Searched, 'files' | 'bytes'>): {
  readonly files: string;
  readonly size: string;
} {
  return { files: i18n.number(files), size: i18n.number(bytes / 1_000_000) };
}

/** What the search of every wipe found that is told as done: a detail that is found keeps it from being one. */
export function foundNoneInWords(): string {
  return t({
    message: 'Found none.',
    comment:
      'Follows how many files were searched for the applicant’s details: none of the details were found.',
  });
}

/** What the search did not look for, as sentences; empty where it looked for everything. Without figures: how many would be one’s own. */
export function notSoughtInWords({ tooShort, alsoOwn }: Searched): string {
  const short = t({
    message: 'Some details were too short to search for alone.',
    comment: 'About the search for an applicant’s details, like a two-letter name.',
  });
  const own = t({
    message: 'Some details also appear in this kiosk’s own files and weren’t searched for.',
    comment:
      'About the search for an applicant’s details: these are words that the kiosk or its policy has itself, like a staff name or a kind of document.',
  });
  return [tooShort === 0 ? '' : short, alsoOwn === 0 ? '' : own]
    .filter((sentence) => sentence !== '')
    .join(betweenSentences());
}

/** What the receipt does not prove. */
export function notDoneInWords(code: Receipt['notDone'][number]): string {
  switch (code) {
    case 'process-memory-was-not-searched':
      return t({
        message: 'Not checked here: memory of running programs. (Our test suite checks it.)',
        comment:
          'On the receipt, below “Not proven”, and on the start screen. The test suite is the program’s own; it runs on other computers than this kiosk.',
      });
    case 'search-was-not-possible':
      return t({
        message: 'A search wasn’t possible.',
        comment: 'On the receipt, below “Not proven”: nothing was searched for the applicant’s details.',
      });
    case 'some-files-unreadable':
      return t({
        message: 'Some files couldn’t be read.',
        comment:
          'On the receipt, below “Not proven”: the search could not look into some files of the kiosk.',
      });
    case 'selections-not-emptied':
      return t({
        message: 'Another program on this computer may have copied what was typed.',
        comment: 'On the receipt, below “Not proven”: copied, as with Copy and Paste.',
      });
    case 'printer-memory-out-of-reach':
      return t({
        message: 'The printer has its own memory, which the kiosk can’t check.',
        comment: 'On the receipt, below “Not proven”. The memory is inside the card printer.',
      });
    case 'ribbon-not-destroyed':
      return t({
        message: 'The printer’s used ribbon shows the card until it’s destroyed.',
        comment:
          'On the receipt and on the start screen, below “Not proven”. The ribbon is the printer’s film of dye; “it” is the ribbon.',
      });
    case 'old-signing-key-may-be-left':
      return t({
        message: 'This kiosk’s disk may keep old keys. Someone could use one to make a false receipt.',
        comment:
          'On the receipt and on the start screen, below “Not proven”. The keys are for electronic signatures: data, and nothing of metal. “One” is an old key.',
      });
    default:
      return unreachable(code);
  }
}
