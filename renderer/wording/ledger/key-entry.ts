import { plural, t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';

/** An entry about the key that signs the ledger. */
type KeyEntry = Extract<LedgerEntry, { readonly kind: 'key-rolled' | 'waited' | 'opened-after' }>;

/** That entries wait because nobody has signed in since the start: a normal state. */
export function unsignedInWords(count: number): string {
  return t({
    message: plural(count, {
      one: '# ledger entry waits. The kiosk signs it when someone signs in.',
      other: '# ledger entries wait. The kiosk signs them when someone signs in.',
    }),
    comment:
      'Above the sign-in form, after a start of the kiosk. The ledger is the signed record of what was done. Nothing is wrong.',
  });
}

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function keyKindInWords(kind: KeyEntry['kind']): string {
  switch (kind) {
    case 'key-rolled':
      return t({
        message: 'Signing key replaced',
        comment: 'Title of a ledger entry: the kiosk signs with another key from then on.',
      });
    case 'waited':
      return t({
        message: 'Entries had waited',
        comment: 'Title of a ledger entry: earlier entries waited until somebody signed in.',
      });
    case 'opened-after':
      return t({
        message: 'Ledger opened after another one',
        comment:
          'Title of the first ledger entry of a kiosk that took the place of one whose keys were lost.',
      });
    default:
      return unreachable(kind);
  }
}

/** What an entry about the key that signs says, in sentences. */
export function keyEntryInWords(entry: KeyEntry): readonly string[] {
  switch (entry.kind) {
    case 'key-rolled': {
      const { epoch } = entry;
      return [
        t({
          message: `The kiosk replaced its signing key and destroyed the one before. This is key ${epoch}.`,
          comment: 'Ledger entry. {epoch} counts the keys since the first one.',
        }),
      ];
    }
    case 'waited': {
      const { count } = entry;
      return [
        t({
          message: plural(count, {
            one: '# entry before this one waited until someone signed in.',
            other: '# entries before this one waited until someone signed in.',
          }),
          comment: 'Ledger entry. Nothing is signed between a start of the kiosk and the first sign-in.',
        }),
      ];
    }
    case 'opened-after': {
      const { entries } = entry;
      return [
        t({
          message: `This ledger follows one whose keys were lost. That one ended with entry ${entries}.`,
          comment: 'Ledger entry, the first of a kiosk that took the place of another one.',
        }),
      ];
    }
    default:
      return unreachable(entry);
  }
}
