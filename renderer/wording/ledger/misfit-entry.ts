import { plural, t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { misfitReasonInWords } from '../misfit/misfit.ts';
import type { NameOf } from './name-of.ts';

/** That two supervisors let a kiosk go on whose files did not fit together. */
type MisfitEntry = Extract<LedgerEntry, { readonly kind: 'misfit-accepted' }>;

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function misfitAcceptedInWords(): string {
  return t({
    message: 'Kiosk went on with files that didn’t fit',
    comment:
      'Title of a ledger entry: at a start the kiosk’s files did not fit together, and two supervisors let it go on.',
  });
}

/** What such an entry says, in sentences. */
export function misfitEntryInWords(entry: MisfitEntry, nameOf: NameOf): readonly string[] {
  const [name, other] = [nameOf(entry.by), nameOf(entry.second)];
  const what = whatDidNotFit(entry.misfit);
  const reason = misfitReasonInWords(entry.reason);
  return [
    t({
      message: `${name} and ${other} let the kiosk go on by this ledger although its files didn’t fit together: ${what}. Reason: ${reason}.`,
      comment:
        'Ledger entry. {name} and {other} are supervisors, {what} is like “the vault was older than the ledger”, {reason} a sentence without its period.',
    }),
    ...(entry.applications === 0 ? [] : [endedInWords(entry.applications)]),
  ];
}

function endedInWords(applications: number): string {
  return t({
    message: plural(applications, {
      one: '# application of the vault was ended with it.',
      other: '# applications of the vault were ended with it.',
    }),
    comment: 'Ledger entry: by the ledger they may have been erased before.',
  });
}

/** What did not fit, behind a colon. */
function whatDidNotFit(kind: MisfitEntry['misfit']): string {
  switch (kind) {
    case 'vault-older':
      return t({
        message: 'the vault was older than the ledger',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'ledger-older':
      return t({
        message: 'the ledger was older than the vault',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'ledger-altered':
      return t({
        message: 'the ledger’s file was changed',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'unsigned-entries':
      return t({
        message: 'entries that waited for the ledger weren’t signed',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'signing-key':
      return t({
        message: 'the signing key was missing',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'keys-missing':
      return t({
        message: 'keys of open applications were missing',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'keys-surplus':
      return t({
        message: 'there were keys of applications that the vault didn’t have',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'holds':
      return t({
        message: 'the vault lacked a legal hold, or a part of one',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'staff':
      return t({
        message: 'vault and ledger differed on the staff',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'lock-outs':
      return t({
        message: 'the vault lacked a lock-out',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'custody':
      return t({
        message: 'vault and ledger differed on where keys are kept',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'card-printer':
      return t({
        message: 'vault and ledger differed on the card printer',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'paper-printer':
      return t({
        message: 'vault and ledger differed on the printer for papers',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'ribbons':
      return t({
        message: 'vault and ledger differed on printer ribbons',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'policy':
      return t({
        message: 'vault and ledger differed on the policy in force',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    case 'practice':
      return t({
        message: 'vault and ledger differed on practice',
        comment: 'What didn’t fit between the kiosk’s files, in a ledger entry behind a colon.',
      });
    default:
      return unreachable(kind);
  }
}
