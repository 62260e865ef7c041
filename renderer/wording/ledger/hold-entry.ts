import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { holdReasonInWords, holdScopeInWords } from '../hold.ts';
import type { NameOf } from './name-of.ts';

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

/** What an entry about a legal hold says, in sentences. */
export function holdEntryInWords(entry: HoldEntry, nameOf: NameOf): readonly string[] {
  switch (entry.kind) {
    case 'hold-set': {
      const { applications, unsealed } = entry;
      const name = nameOf(entry.by);
      const scope = holdScopeInWords(entry.scope);
      const reason = holdReasonInWords(entry.reason);
      return [
        t`${name} set a legal hold. Covers: ${scope}. Reason: ${reason}.`,
        t`About ${applications} applications are kept. About ${unsealed} have keys in memory only.`,
      ];
    }
    case 'hold-lifted': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      return [t`${name} and ${second} lifted a legal hold.`];
    }
    case 'intake-resumed': {
      const name = nameOf(entry.by);
      return [t`${name} resumed new applications under a legal hold.`];
    }
    case 'finish-refused': {
      const name = nameOf(entry.by);
      return [t`${name} tried to finish an application that a legal hold keeps. The kiosk refused.`];
    }
    case 'wipe-stopped': {
      const { applications } = entry;
      return [t`A legal hold stopped erasures that had started. Applications: about ${applications}.`];
    }
    case 'wipe-continued': {
      const { applications } = entry;
      return [t`Erasures that a legal hold had stopped continued. Applications: about ${applications}.`];
    }
    default:
      return unreachable(entry);
  }
}
