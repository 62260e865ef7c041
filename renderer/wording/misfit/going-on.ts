import { plural, t } from '@lingui/core/macro';
import type { MisfitReason } from '../../../shared/ledger/reasons.ts';
import type { FilesMisfit, Misfit } from '../../../shared/misfit/misfit.ts';
import { unreachable } from '../../../shared/result.ts';
import { misfitInWords, misfitReasonInWords } from './misfit.ts';

/** How much going on erases. */
export function endsInWords(ends: number): string {
  return t({
    message: plural(ends, {
      one: '# open application ends and is erased. This can’t be undone.',
      other: '# open applications end and are erased. This can’t be undone.',
    }),
    comment: 'How many open applications end when the kiosk goes on.',
  });
}

/** What a second supervisor approves who lets the kiosk go on: what does not fit, what ends by it, and why. */
export function acceptedInWords({ misfits, ends }: FilesMisfit, reason: MisfitReason): readonly string[] {
  const endedCodes = endedCodesInWords(misfits.map(({ kind }) => kind));
  return [
    ...misfits.map(misfitInWords),
    ...(ends === 0 ? [] : [endsInWords(ends)]),
    ...(endedCodes === null ? [] : [endedCodes]),
    misfitReasonInWords(reason),
  ];
}

/** What two supervisors make of this by going on; null: nothing that they would see. What ends is told apart, with its number. */
export function goingOnInWords(misfit: Misfit): string | null {
  switch (misfit.kind) {
    case 'vault-older':
      return t({
        message: 'Ledger entries about applicants that still wait in the vault are dropped.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'unsigned-entries':
      return t({
        message: 'Entries that nobody at this kiosk signed are dropped.',
        comment: 'What going on does. An entry for the ledger was written into the vault by someone else.',
      });
    case 'keys-surplus':
      return t({
        message: 'Keys of applications that the vault doesn’t have are erased.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'holds':
      return misfit.holds === 0
        ? null
        : t({
            message: 'A legal hold that was missing stays in force, on everything.',
            comment:
              'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
          });
    case 'lock-outs':
      return t({
        message: 'Whoever is locked out stays locked out.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'staff':
      return t({
        message:
          'Staff whom only the vault or only the ledger knows, or in another role, lose their place. Whoever the ledger doesn’t have as confirmed must be confirmed again.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'custody':
      return t({
        message: 'Keys are kept where the ledger says.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'card-printer':
      return t({
        message: 'The card printer must be chosen again.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'paper-printer':
      return t({
        message: 'The printer for receipts must be chosen again.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'ribbons':
      return t({
        message: 'Every ribbon that either of them knows is kept in the list until it’s destroyed.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'policy':
      return t({
        message: 'The ledger records the policy that is in force.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'practice':
      return t({
        message: 'Whether this is practice is as the ledger says.',
        comment:
          'What going on does. The vault has open applications, the ledger is the signed record of what was done.',
      });
    case 'ledger-altered':
    case 'ledger-older':
    case 'signing-key':
    case 'keys-missing':
      return null;
    default:
      return unreachable(misfit);
  }
}

/** What it makes of recovery codes; null: nothing. An older vault has older ones, and staff whom only it knows may have kept one. */
export function endedCodesInWords(kinds: readonly Misfit['kind'][]): string | null {
  if (!kinds.includes('vault-older') && !kinds.includes('staff')) return null;
  return t({
    message: 'If there are recovery codes on paper, they stop working. Decide about them again.',
    comment: 'What going on does. Recovery codes are on paper, for a lost passphrase.',
  });
}
