import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { closeReasonInWords } from '../close-reason.ts';
import { custodyInWords } from '../custody.ts';
import { stepInWords } from '../wipe-step.ts';
import { applicantEntryInWords } from './applicant-entry.ts';
import { holdEntryInWords } from './hold-entry.ts';
import type { NameOf } from './name-of.ts';
import { printerEntryInWords } from './printer-entry.ts';
import { staffEntryInWords } from './staff-entry.ts';

/** What an entry of the ledger says, in plain sentences: nobody has to know its fields to read it. */
export function entryInWords(entry: LedgerEntry, nameOf: NameOf): readonly string[] {
  if ('day' in entry) return applicantEntryInWords(entry);
  switch (entry.kind) {
    case 'hold-set':
    case 'hold-lifted':
    case 'intake-resumed':
    case 'finish-refused':
    case 'wipe-stopped':
    case 'wipe-continued':
      return holdEntryInWords(entry, nameOf);
    case 'printer-chosen':
    case 'test-card-confirmed':
    case 'ordinary-printer-chosen':
    case 'ribbon-fitted':
    case 'ribbon-removed':
    case 'ribbon-destroyed':
      return [printerEntryInWords(entry, nameOf)];
    case 'staff-changed':
    case 'locked-out':
    case 'recovery-decided':
    case 'recovery-codes-used':
      return staffEntryInWords(entry, nameOf);
    case 'opened':
      return [t`This ledger was opened when the kiosk was set up.`];
    case 'wipe-closed': {
      const name = nameOf(entry.by);
      const reason = closeReasonInWords(entry.reason);
      const step = stepInWords(entry.step);
      return [t`${name} closed an erasure that couldn’t be proven. Reason: ${reason}.`, step];
    }
    case 'custody-decided':
    case 'rehearsal-began': {
      const name = nameOf(entry.by);
      const custody = custodyInWords(entry.custody);
      return [
        entry.kind === 'custody-decided'
          ? t`${name} let the kiosk go live. Decided: ${custody}.`
          : t`${name} started a rehearsal. Decided: ${custody}.`,
      ];
    }
    case 'policy-in-force':
      return [t`From here on, new applications start under this policy.`];
    case 'clock-moved': {
      const { minutes } = entry;
      return [
        entry.direction === 'forward'
          ? t`The computer’s clock was moved forward, by about ${minutes} minutes.`
          : t`The computer’s clock was moved back, by about ${minutes} minutes.`,
      ];
    }
    case 'checkpoint-taken': {
      const name = nameOf(entry.by);
      return [
        entry.way === 'day-sheet'
          ? t`${name} took a signed checkpoint for a day sheet.`
          : t`${name} took a signed checkpoint for a USB drive.`,
      ];
    }
    case 'date-confirmed': {
      const name = nameOf(entry.by);
      return [t`${name} confirmed the date on the computer’s clock.`];
    }
    default:
      return unreachable(entry);
  }
}
