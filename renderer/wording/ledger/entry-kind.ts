import { t } from '@lingui/core/macro';
import type { EntryKindName } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import type { ApplicantEntry } from './applicant-entry.ts';
import type { CommandEntry } from './command-entry.ts';
import type { HoldEntry } from './hold-entry.ts';
import type { KioskEntry } from './kiosk-entry.ts';
import type { PrinterEntry } from './printer-entry.ts';
import type { ProgramEntry } from './program-entry.ts';

function applicantKindInWords(kind: ApplicantEntry['kind']): string {
  switch (kind) {
    case 'issued':
      return t({
        message: 'Card handed over',
        comment: 'Title of a ledger entry; button on the handoff screen by which the clerk confirms it.',
      });
    case 'spoiled':
      return t`Card spoiled`;
    case 'wiped':
      return t({ message: 'Application erased', comment: 'Title of a ledger entry.' });
    case 'locked':
      return t({
        message: 'Kiosk locked by a failed erasure',
        comment: 'Title of a ledger entry: no new applications until it is resolved.',
      });
    case 'unlocked':
      return t({
        message: 'Failed erasure proven later',
        comment: 'Title of a ledger entry: another try showed that the application is gone.',
      });
    case 'forgotten':
      return t({
        message: 'Applications lost with their keys',
        comment: 'Title of a ledger entry: encryption keys were in memory only when the power went off.',
      });
    case 'issued-again':
      return t({
        message: 'Renewed, replaced or corrected',
        comment: 'Title of a ledger entry about a card.',
      });
    case 'fee':
      return t({ message: 'Fee', comment: 'Title of a ledger entry.' });
    case 'denied':
      return t({ message: 'Card denied', comment: 'Title of a ledger entry: the city refused the card.' });
    default:
      return unreachable(kind);
  }
}

function holdKindInWords(kind: HoldEntry['kind']): string {
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

function printerKindInWords(kind: PrinterEntry['kind']): string {
  switch (kind) {
    case 'printer-chosen':
      return t({
        message: 'Card printer chosen',
        comment: 'Title of a ledger entry: someone chose another printer for cards.',
      });
    case 'test-card-confirmed':
      return t({
        message: 'Test card confirmed',
        comment: 'Title of a ledger entry: someone checked a printed sample card and said it is right.',
      });
    case 'ordinary-printer-chosen':
      return t({
        message: 'Ordinary printer chosen',
        comment: 'Title of a ledger entry: the printer for receipts and day sheets, not for cards.',
      });
    case 'ribbon-fitted':
      return t({
        message: 'New ribbon put in',
        comment:
          'Title of a ledger entry, and the button that makes it: a new film of dye is in the printer.',
      });
    case 'ribbon-removed':
      return t({
        message: 'Old ribbon taken out',
        comment:
          'Title of a ledger entry, and the button that makes it: a used film of dye was taken out of the printer.',
      });
    case 'ribbon-destroyed':
      return t({
        message: 'Ribbon destroyed',
        comment:
          'Title of a ledger entry. The ribbon is the printer’s film of dye, on which printed faces can be seen.',
      });
    default:
      return unreachable(kind);
  }
}

function programKindInWords(kind: ProgramEntry['kind']): string {
  switch (kind) {
    case 'policy-in-force':
      return t({
        message: 'Policy in force',
        comment: 'Title of a ledger entry: the city’s set of rules that counts from then on.',
      });
    case 'programme-key-pinned':
      return t({
        message: 'Program key set',
        comment: 'Title of a ledger entry: policies are now signed by it.',
      });
    case 'policy-installed':
      return t({
        message: 'Policy installed',
        comment: 'Title of a ledger entry. The policy is the city’s set of rules.',
      });
    case 'practice-began':
      return t({ message: 'Practice began', comment: 'Title of a ledger entry: invented people only.' });
    case 'practice-ended':
      return t({ message: 'Practice ended', comment: 'Title of a ledger entry: real people again.' });
    case 'resident-setting-chosen':
      return t({
        message: 'Applicant screens',
        comment: 'Title of a ledger entry: a supervisor chose how applicants use the kiosk.',
      });
    case 'display-measured':
      return t({
        message: 'Display measured',
        comment: 'Title of a ledger entry: somebody said how wide the kiosk’s display is.',
      });
    case 'notice-accepted':
      return t({
        message: 'Legal notices accepted',
        comment: 'Title of a ledger entry: a supervisor answers for texts in one language.',
      });
    default:
      return unreachable(kind);
  }
}

function commandKindInWords(kind: CommandEntry['kind']): string {
  switch (kind) {
    case 'intake-suspended':
      return t({
        message: 'Intake suspended',
        comment: 'Title of a ledger entry: nobody new is served from a moment on.',
      });
    case 'suspension-ended':
      return t({
        message: 'Suspension ended',
        comment: 'Title of a ledger entry: new applicants are served again.',
      });
    case 'order-carried-out':
      return t({
        message: 'Order carried out',
        comment: 'Title of a ledger entry: a signed order of the city’s office, brought on a USB drive.',
      });
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
        message: 'Record produced',
        comment: 'Title of a ledger entry: a held application was handed over, encrypted, for counsel.',
      });
    case 'production-unfinished':
      return t({
        message: 'Produced file not finished',
        comment:
          'Title of a ledger entry: the encrypted file of a held application may not be whole on its USB drive.',
      });
    case 'day-opened':
      return t({ message: 'Day opened', comment: 'Title of a ledger entry: blank cards were counted.' });
    case 'day-closed':
      return t({
        message: 'Day closed',
        comment: 'Title of a ledger entry: blank cards and the cash drawer were counted.',
      });
    case 'packed-up':
      return t({
        message: 'Kiosk packed up',
        comment: 'Title of a ledger entry: everything open was ended before the kiosk was carried away.',
      });
    default:
      return unreachable(kind);
  }
}

function kioskKindInWords(kind: KioskEntry['kind']): string {
  switch (kind) {
    case 'opened':
      return t({ message: 'Ledger opened', comment: 'Title of the first ledger entry.' });
    case 'wipe-closed':
      return t({
        message: 'Failed erasure closed',
        comment:
          'Title of a ledger entry: a supervisor closed it without proof that the application is gone.',
      });
    case 'custody-decided':
      return t({
        message: 'Kiosk went live',
        comment: 'Title of a ledger entry: from then on the kiosk served real applicants.',
      });
    case 'rehearsal-began':
      return t({
        message: 'Rehearsal started',
        comment: 'Title of a ledger entry: the kiosk is used for practice, with invented people.',
      });
    case 'clock-moved':
      return t({
        message: 'Clock moved',
        comment: 'Title of a ledger entry: the computer’s clock was set to another time.',
      });
    case 'checkpoint-taken':
      return t({
        message: 'Checkpoint taken',
        comment: 'Title of a ledger entry. A checkpoint is the signed state of the ledger at one moment.',
      });
    case 'date-confirmed':
      return t({
        message: 'Date confirmed',
        comment: 'Title of a ledger entry: a supervisor said that the clock’s date is right.',
      });
    default:
      return unreachable(kind);
  }
}

/** What an entry of this kind is about, in a few words: for a list to choose from. */
export function entryKindInWords(kind: EntryKindName): string {
  switch (kind) {
    case 'issued':
    case 'spoiled':
    case 'wiped':
    case 'locked':
    case 'unlocked':
    case 'forgotten':
    case 'issued-again':
    case 'fee':
    case 'denied':
      return applicantKindInWords(kind);
    case 'hold-set':
    case 'hold-lifted':
    case 'intake-resumed':
    case 'finish-refused':
    case 'wipe-stopped':
    case 'wipe-continued':
      return holdKindInWords(kind);
    case 'printer-chosen':
    case 'test-card-confirmed':
    case 'ordinary-printer-chosen':
    case 'ribbon-fitted':
    case 'ribbon-removed':
    case 'ribbon-destroyed':
      return printerKindInWords(kind);
    case 'policy-in-force':
    case 'programme-key-pinned':
    case 'policy-installed':
    case 'practice-began':
    case 'practice-ended':
    case 'resident-setting-chosen':
    case 'notice-accepted':
    case 'display-measured':
      return programKindInWords(kind);
    case 'intake-suspended':
    case 'suspension-ended':
    case 'order-carried-out':
    case 'records-searched':
    case 'record-search-answered':
    case 'statement-made':
    case 'record-produced':
    case 'production-unfinished':
    case 'day-opened':
    case 'day-closed':
    case 'packed-up':
      return commandKindInWords(kind);
    case 'staff-changed':
      return t({
        message: 'Staff changed',
        comment: 'Title of a ledger entry: someone was added, removed, or got a new passphrase.',
      });
    case 'locked-out':
      return t({
        message: 'Sign-in locked',
        comment: 'Title of a ledger entry: too many wrong passphrases for one name.',
      });
    case 'recovery-decided':
      return t({
        message: 'Recovery codes decided',
        comment:
          'Title of a ledger entry: a supervisor decided whether there are codes on paper for a lost passphrase.',
      });
    case 'recovery-codes-used':
      return t({
        message: 'Recovery codes used',
        comment: 'Title of a ledger entry: two people used the codes on paper and became the supervisors.',
      });
    case 'opened':
    case 'wipe-closed':
    case 'custody-decided':
    case 'rehearsal-began':
    case 'clock-moved':
    case 'checkpoint-taken':
    case 'date-confirmed':
      return kioskKindInWords(kind);
    default:
      return unreachable(kind);
  }
}
