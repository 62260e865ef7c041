import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { unreachable } from '../../../shared/result.ts';
import type { NameOf } from './name-of.ts';

/** An entry about the program's policy, or about practice. */
export type ProgramEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'policy-in-force'
      | 'programme-key-pinned'
      | 'policy-installed'
      | 'practice-began'
      | 'practice-ended';
  }
>;

/** What an entry about the program says, in a sentence. */
export function programEntryInWords(entry: ProgramEntry, nameOf: NameOf): string {
  switch (entry.kind) {
    case 'policy-in-force':
      return t({
        message: 'From here on, new applications start under this policy.',
        comment: 'Ledger entry. The policy is the city’s set of rules.',
      });
    case 'programme-key-pinned':
      return t({
        message: 'From here on, this kiosk takes signed policies only.',
        comment: 'Ledger entry. The policy is the city’s set of rules, signed with the program’s key.',
      });
    case 'policy-installed': {
      const name = nameOf(entry.by);
      if (entry.second !== NOBODY) {
        const second = nameOf(entry.second);
        return t({
          message: `${name} and ${second} went back to an older policy.`,
          comment:
            'Ledger entry. {name} and {second} are supervisors. The policy is the city’s set of rules.',
        });
      }
      return t({
        message: `${name} installed a policy.`,
        comment: 'Ledger entry. {name} is a supervisor. The policy is the city’s set of rules.',
      });
    }
    case 'practice-began': {
      const name = nameOf(entry.by);
      return t({ message: `${name} began practice.`, comment: 'Ledger entry. {name} is a supervisor.' });
    }
    case 'practice-ended': {
      const name = nameOf(entry.by);
      return t({
        message: `${name} ended practice. Nothing made since it began is counted.`,
        comment: 'Ledger entry. {name} is a supervisor.',
      });
    }
    default:
      return unreachable(entry);
  }
}
