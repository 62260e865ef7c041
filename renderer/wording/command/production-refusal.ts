import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { DriveFault, RecipientFault } from '../../../shared/production/faults.ts';
import { unreachable } from '../../../shared/result.ts';

type ProductionRefusal = Extract<
  Refusal,
  { kind: 'not-held' | 'recipient-refused' | 'record-unreadable' | 'record-not-sealed' | 'drive-refused' }
>;

function recipientFaultInWords(why: RecipientFault): string {
  switch (why) {
    case 'missing':
      return t({
        message:
          'There is no file recipient.txt on the USB drive. Put it there, or choose “Typed or scanned.”',
        comment: 'Error. recipient.txt is the name of a file with a recipient’s key: don’t translate it.',
      });
    case 'no-file':
      return t({
        message:
          'On the USB drive, recipient.txt is a folder, a link, or a device. Put a plain text file there.',
        comment: 'Error. recipient.txt is the name of a file: don’t translate it.',
      });
    case 'unreadable':
      return t({
        message: 'The file recipient.txt can’t be read. Try another USB drive.',
        comment: 'Error. recipient.txt is the name of a file: don’t translate it.',
      });
    case 'too-large':
      return t({
        message: 'This is too long for a recipient’s key. It must be one key of 62 characters.',
        comment: 'Error below a field for the public key of whoever gets a record.',
      });
    case 'empty':
      return t({
        message: 'There is no key. A recipient’s key starts with age1.',
        comment: 'Error. A key of whoever gets a record; “age1” is how it starts.',
      });
    case 'several':
      return t({
        message:
          'There is more than one key. An application is produced to one recipient: leave only their key.',
        comment: 'Error. A key of whoever gets a record.',
      });
    case 'secret-key':
      return t({
        message:
          'This is the secret part of a key. Whoever has seen it can read what is produced to it. Destroy that key, and have the recipient make a new one. Nothing was produced.',
        comment: 'Error. Someone gave a private key in the place of the public one.',
      });
    case 'ssh-key':
      return t({
        message: 'This is an SSH key. Ask for a key that starts with age1.',
        comment: 'Error. “age1” is how a key of the right kind starts.',
      });
    case 'other-kind':
      return t({
        message: 'This kind of key can’t be used. Ask for one with 62 characters that starts with age1.',
        comment: 'Error. “age1” is how a key of the right kind starts.',
      });
    case 'not-a-key':
      return t({
        message: 'This isn’t a recipient’s key. Check each character: a key has 62, and starts with age1.',
        comment: 'Error below a field for the public key of whoever gets a record.',
      });
    case 'weak-key':
      return t({
        message: 'Anyone could open what is produced to this key. The recipient must make a new one.',
        comment: 'Error. The public key that was given is unsafe.',
      });
    default:
      return unreachable(why);
  }
}

function driveFaultInWords(why: DriveFault): string {
  switch (why) {
    case 'full':
      return t({
        message:
          'There is no room on the USB drive. Nothing was produced. Use another USB drive, then try again.',
        comment: 'Error. To produce is to hand a record over under a legal order.',
      });
    case 'read-only':
      return t({
        message:
          'The kiosk can’t write to this USB drive. Nothing was produced. Use another USB drive, then try again.',
        comment: 'Error. To produce is to hand a record over under a legal order.',
      });
    case 'failed':
      return t({
        message:
          'The USB drive failed or was removed. Nothing was produced. Use another USB drive, then try again.',
        comment: 'Error. To produce is to hand a record over under a legal order.',
      });
    case 'incomplete':
      return t({
        message:
          'The USB drive failed or was removed while the application was being written. The ledger has recorded it as produced. Keep this drive, tell counsel, and produce the application again.',
        comment:
          'Error. To produce is to hand a record over under a legal order; the ledger is the signed record of staff actions.',
      });
    default:
      return unreachable(why);
  }
}

/** Why a held application was not produced. */
export function productionRefusalInWords(refusal: ProductionRefusal): string {
  switch (refusal.kind) {
    case 'not-held':
      return t({
        message:
          'No legal hold keeps this application as it is. Only an application on legal hold can be produced. If this one started under a legal hold on everything, first set a legal hold on its ticket.',
        comment:
          'Error. To produce is to hand a record over under a legal order, to hold is to keep from being erased.',
      });
    case 'record-unreadable':
      return t({
        message: 'This application can’t be opened on this kiosk. Nothing was produced. Tell counsel.',
        comment: 'Error. To produce is to hand a record over under a legal order.',
      });
    case 'record-not-sealed':
      return t({
        message:
          'Encrypting this application took too long or stopped. Nothing was produced. Try again. If that doesn’t help, don’t turn off the kiosk, and tell counsel.',
        comment: 'Error. To produce is to hand a record over under a legal order.',
      });
    case 'recipient-refused':
      return recipientFaultInWords(refusal.why);
    case 'drive-refused':
      return driveFaultInWords(refusal.why);
    default:
      return unreachable(refusal);
  }
}
