import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { applicantEntryInWords } from './applicant-entry.ts';
import { dayEntryInWords } from './day-entry.ts';
import { demandEntryInWords } from './demand-entry.ts';
import { holdEntryInWords } from './hold-entry.ts';
import { keyEntryInWords } from './key-entry.ts';
import { kioskEntryInWords } from './kiosk-entry.ts';
import { misfitEntryInWords } from './misfit-entry.ts';
import type { NameOf } from './name-of.ts';
import { printerEntryInWords } from './printer-entry.ts';
import { programEntryInWords } from './program-entry.ts';
import { staffEntryInWords } from './staff-entry.ts';
import { suspensionEntryInWords } from './suspension-entry.ts';

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
    case 'supervisor-confirmed':
    case 'recovery-decided':
    case 'recovery-made':
    case 'recovery-codes-used':
      return staffEntryInWords(entry, nameOf);
    case 'policy-in-force':
    case 'programme-key-pinned':
    case 'policy-installed':
    case 'practice-began':
    case 'practice-ended':
    case 'resident-setting-chosen':
    case 'notice-accepted':
    case 'display-measured':
      return [programEntryInWords(entry, nameOf)];
    case 'intake-suspended':
    case 'suspension-ended':
    case 'order-carried-out':
      return suspensionEntryInWords(entry, nameOf);
    case 'records-searched':
    case 'record-search-answered':
    case 'statement-made':
    case 'record-produced':
    case 'production-unfinished':
      return demandEntryInWords(entry, nameOf);
    case 'day-opened':
    case 'day-closed':
    case 'packed-up':
      return dayEntryInWords(entry, nameOf);
    case 'opened':
    case 'wipe-closed':
    case 'custody-decided':
    case 'rehearsal-began':
    case 'evaluation-began':
    case 'live-in-spite':
    case 'clock-moved':
    case 'checkpoint-taken':
    case 'date-confirmed':
      return kioskEntryInWords(entry, nameOf);
    case 'key-rolled':
    case 'waited':
    case 'opened-after':
      return keyEntryInWords(entry);
    case 'misfit-accepted':
      return misfitEntryInWords(entry, nameOf);
    default:
      return unreachable(entry);
  }
}
