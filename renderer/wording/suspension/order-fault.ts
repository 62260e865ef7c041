import { t } from '@lingui/core/macro';
import type { OrderFault } from '../../../shared/contract/suspension/suspension-acts.ts';
import { unreachable } from '../../../shared/result.ts';
import { languageForStaff } from '../applicant-screens/language-for-staff.ts';
import { minuteInWords } from '../dates.ts';
import { listInWords } from '../list.ts';

type Of<Check extends OrderFault['check']> = Extract<OrderFault, { check: Check }>;

/** Which check an order on a USB drive did not pass, in a sentence. */
export function orderFaultInWords(fault: OrderFault, timeZone: string): string {
  switch (fault.check) {
    case 'file':
      return fileFaultInWords(fault);
    case 'too-many-files':
      return t({
        message: 'The drive has too many files to search for orders. Use a drive that has only orders.',
        comment: 'Orders are signed files from the office in charge.',
      });
    case 'content': {
      const { file } = fault;
      return t({
        message: `The order in ${file} has mistakes. Ask the office for a new one.`,
        comment: 'Followed by a list of the mistakes. {file} is the name of a file.',
      });
    }
    case 'signature':
      return signatureFaultInWords(fault);
    case 'program': {
      const { found, inForce } = fault;
      return t({
        message: `The order is signed, but it belongs to another program: ${found}. This kiosk works for ${inForce}. Tell the office.`,
        comment: '{found} and {inForce} are short names of programs.',
      });
    }
    case 'number': {
      const { file, serial } = fault;
      return t({
        message: `The file ${file} holds order ${serial}. Its name has to say the same number.`,
        comment: '{file} is the name of a file, {serial} the number of an order.',
      });
    }
    case 'skips': {
      const { missing, found } = fault;
      return t({
        message: `The drive has order ${found}, but order ${missing} comes first, and it’s missing. Ask the office for a drive with both.`,
        comment: 'Orders are signed files from the office in charge. {found} and {missing} are numbers.',
      });
    }
    case 'replayed': {
      const { found, newest } = fault;
      return t({
        message: `The drive has nothing newer than order ${found}. This kiosk already carried out order ${newest}.`,
        comment: 'Orders are signed files from the office in charge. {found} and {newest} are numbers.',
      });
    }
    case 'expired': {
      const { serial } = fault;
      const moment = minuteInWords(fault.expires, timeZone);
      return t({
        message: `Order ${serial} expired on ${moment}. Ask the office for the next one.`,
        comment: 'Orders are signed files from the office in charge. {serial} is a number.',
      });
    }
    case 'languages': {
      const { file } = fault;
      const missing = listInWords(fault.missing.map(languageForStaff));
      return t({
        message: `The notice in ${file} isn’t in every language of your program. Missing: ${missing}. Ask the office for the next order.`,
        comment: '{file} is the name of a file, {missing} lists languages.',
      });
    }
    default:
      return unreachable(fault);
  }
}

function fileFaultInWords({ file, why }: Of<'file'>): string {
  switch (why) {
    case 'missing':
      return t({
        message: `There is no file ${file} on the drive, or no drive is connected. Copy the orders to the top folder of the drive.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    case 'no-file':
      return t({
        message: `On the drive, ${file} is a folder, a link, or a device. It must be a plain file. Ask the office for a new copy.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    case 'unreadable':
      return t({
        message: `The file ${file} on the drive can’t be read. Ask the office for a new copy.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    case 'too-large':
      return t({
        message: `The file ${file} on the drive is larger than an order can be (64 KB). Ask the office for a new copy.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    default:
      return unreachable(why);
  }
}

function signatureFaultInWords({ file, why }: Of<'signature'>): string {
  switch (why) {
    case 'missing':
      return t({
        message: `The order isn’t signed: there is no file ${file}.sig next to it. Ask the office for both files.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    case 'unreadable':
      return t({
        message: `The signature on the drive, ${file}.sig, can’t be read. Ask the office for both files.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    case 'malformed':
      return t({
        message: `The file ${file}.sig on the drive isn’t a signature. Ask the office for both files.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    case 'wrong':
      return t({
        message: `The signature and the order in ${file} don’t match. One of them was changed, or the order was signed with another key. Tell the office.`,
        comment: '{file} is the name of a file, such as order-3.json.',
      });
    default:
      return unreachable(why);
  }
}
