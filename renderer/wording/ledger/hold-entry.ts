import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { holdReasonInWords, holdScopeInWords } from '../holds/hold.ts';
import type { NameOf } from './name-of.ts';

/** An entry about a legal hold. */
type HoldEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'hold-set'
      | 'hold-lifted'
      | 'intake-resumed'
      | 'finish-refused'
      | 'wipe-stopped'
      | 'wipe-continued';
  }
>;

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function holdKindInWords(kind: HoldEntry['kind']): string {
  switch (kind) {
    case 'hold-set':
      return t({
        message: 'Legal hold set',
        comment: 'Title of a ledger entry: an order to erase nothing took effect.',
      });
    case 'hold-lifted':
      return t({
        message: 'Legal hold lifted',
        comment: 'Title of a ledger entry: the order to erase nothing was ended.',
      });
    case 'intake-resumed':
      return t({
        message: 'New applications resumed',
        comment: 'Title of a ledger entry: a supervisor allowed new applications under a legal hold.',
      });
    case 'finish-refused':
      return t({
        message: 'Handoff refused by a legal hold',
        comment:
          'Title of a ledger entry. Handoff is giving the card to the applicant; a legal hold is an order to erase nothing.',
      });
    case 'wipe-stopped':
      return t({
        message: 'Erasure stopped by a legal hold',
        comment: 'Title of a ledger entry. A legal hold is an order by counsel to erase nothing.',
      });
    case 'wipe-continued':
      return t({
        message: 'Erasure continued',
        comment: 'Title of a ledger entry: a legal hold was lifted, so an application is erased after all.',
      });
    default:
      return unreachable(kind);
  }
}

/** What an entry about a legal hold says, in sentences. */
export function holdEntryInWords(entry: HoldEntry, nameOf: NameOf): readonly string[] {
  switch (entry.kind) {
    case 'hold-set': {
      const { applications, unsealed } = entry;
      const name = nameOf(entry.by);
      const scope = holdScopeInWords(entry.scope);
      const reason = holdReasonInWords(entry.reason);
      return [
        t({
          message: `${name} set a legal hold. Covers: ${scope}. Reason: ${reason}.`,
          comment:
            'Ledger entry. {name} is a supervisor, {scope} like “Chosen tickets”, {reason} like “Court order”.',
        }),
        t({
          message: `About ${applications} applications were kept then. About ${unsealed} had keys in memory only.`,
          comment:
            'Ledger entry about a legal hold. Both are rounded numbers; {unsealed} counts those that a power outage would have destroyed.',
        }),
      ];
    }
    case 'hold-lifted': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      return [
        t({
          message: `${name} and ${second} lifted a legal hold.`,
          comment:
            'Ledger entry. {name} and {second} are two supervisors. To lift a legal hold is to end it.',
        }),
      ];
    }
    case 'intake-resumed': {
      const name = nameOf(entry.by);
      return [
        t({
          message: `${name} resumed new applications under a legal hold.`,
          comment: 'Ledger entry. {name} is a supervisor, who allowed new applications again.',
        }),
      ];
    }
    case 'finish-refused': {
      const name = nameOf(entry.by);
      return [
        t({
          message: `${name} tried to finish an application that a legal hold keeps. The kiosk refused.`,
          comment: 'Ledger entry. {name} is a member of staff.',
        }),
      ];
    }
    case 'wipe-stopped': {
      const { applications } = entry;
      return [
        t({
          message: `A legal hold stopped erasures that had started. Applications: about ${applications}.`,
          comment: 'Ledger entry. {applications} is a rounded number.',
        }),
      ];
    }
    case 'wipe-continued': {
      const { applications } = entry;
      return [
        t({
          message: `Erasures that a legal hold had stopped continued. Applications: about ${applications}.`,
          comment: 'Ledger entry. {applications} is a rounded number.',
        }),
      ];
    }
    default:
      return unreachable(entry);
  }
}
