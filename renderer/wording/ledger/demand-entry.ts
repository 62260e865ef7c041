import { t } from '@lingui/core/macro';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { searchReasonInWords } from '../command/search-reason.ts';
import type { NameOf } from './name-of.ts';

/** An entry about answering a demand: a name search, a custody statement, a record that was produced. */
type DemandEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'records-searched'
      | 'record-search-answered'
      | 'statement-made'
      | 'record-produced'
      | 'production-unfinished';
  }
>;

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function demandKindInWords(kind: DemandEntry['kind']): string {
  switch (kind) {
    case 'records-searched':
      return t({
        message: 'Name searched for',
        comment: 'Title of a ledger entry: two people asked whether the kiosk holds somebody’s application.',
      });
    case 'record-search-answered':
      return t({
        message: 'Name search result signed',
        comment: 'Title of a ledger entry: the kiosk signed whether it holds somebody’s application.',
      });
    case 'statement-made':
      return t({
        message: 'Custody statement made',
        comment: 'Title of a ledger entry: a signed account of what the kiosk holds.',
      });
    case 'record-produced':
      return t({
        message: 'Application produced',
        comment: 'Title of a ledger entry: a held application was handed over, encrypted, for counsel.',
      });
    case 'production-unfinished':
      return t({
        message: 'Produced file not finished',
        comment:
          'Title of a ledger entry: the encrypted file of a held application may not be whole on its USB drive.',
      });
    default:
      return unreachable(kind);
  }
}

/** What such an entry says, in sentences. */
export function demandEntryInWords(entry: DemandEntry, nameOf: NameOf): readonly string[] {
  switch (entry.kind) {
    case 'records-searched': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      const reason = searchReasonInWords(entry.reason);
      const { applications, unsearchable } = entry;
      return [
        t({
          message: `${name} and ${second} searched for someone’s application. Reason: ${reason}.`,
          comment: 'Ledger entry. {name} and {second} are supervisors; {reason} is like “Subpoena”.',
        }),
        t({
          message: `Applications to open: about ${applications}. Without a key: about ${unsearchable}.`,
          comment: 'Ledger entry. Both are rounded numbers.',
        }),
      ];
    }
    case 'record-search-answered': {
      const { searchEntry } = entry;
      return [
        t({
          message: `The kiosk signed the result of the name search in entry ${searchEntry}.`,
          comment:
            'Ledger entry. {searchEntry} is the number of an earlier entry. The result itself isn’t in the ledger.',
        }),
      ];
    }
    case 'statement-made': {
      const name = nameOf(entry.by);
      return [
        t({
          message: `${name} had the kiosk state what it holds.`,
          comment: 'Ledger entry about a signed custody statement. {name} is a supervisor.',
        }),
      ];
    }
    case 'record-produced': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      const digits = fingerprint(entry.recipient);
      return [
        t({
          message: `${name} and ${second} produced one held application, encrypted to the key ${digits}.`,
          comment:
            'Ledger entry. {name} and {second} are supervisors; it was handed over under a legal hold. {digits} is the fingerprint of the recipient’s key, in groups.',
        }),
      ];
    }
    case 'production-unfinished':
      return [
        t({
          message: 'A produced file isn’t known to be complete: the drive failed, or the kiosk stopped.',
          comment: 'Ledger entry: one held application was to be handed over on a USB drive, encrypted.',
        }),
      ];
    default:
      return unreachable(entry);
  }
}
