import type { EntryKindName } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { applicantKindInWords } from './applicant-entry.ts';
import { dayKindInWords } from './day-entry.ts';
import { demandKindInWords } from './demand-entry.ts';
import { holdKindInWords } from './hold-entry.ts';
import { keyKindInWords } from './key-entry.ts';
import { kioskKindInWords } from './kiosk-entry.ts';
import { misfitAcceptedInWords } from './misfit-entry.ts';
import { printerKindInWords } from './printer-entry.ts';
import { programKindInWords } from './program-entry.ts';
import { staffKindInWords } from './staff-entry.ts';
import { suspensionKindInWords } from './suspension-entry.ts';

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
    case 'handoff':
    case 'erased':
    case 'unsearched':
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
      return suspensionKindInWords(kind);
    case 'records-searched':
    case 'record-search-answered':
    case 'statement-made':
    case 'record-produced':
    case 'production-unfinished':
      return demandKindInWords(kind);
    case 'day-opened':
    case 'day-closed':
    case 'packed-up':
      return dayKindInWords(kind);
    case 'staff-changed':
    case 'locked-out':
    case 'supervisor-confirmed':
    case 'recovery-decided':
    case 'recovery-made':
    case 'recovery-codes-used':
      return staffKindInWords(kind);
    case 'opened':
    case 'wipe-closed':
    case 'custody-decided':
    case 'rehearsal-began':
    case 'evaluation-began':
    case 'live-in-spite':
    case 'clock-moved':
    case 'checkpoint-taken':
    case 'date-confirmed':
      return kioskKindInWords(kind);
    case 'key-rolled':
    case 'waited':
    case 'opened-after':
      return keyKindInWords(kind);
    case 'misfit-accepted':
      return misfitAcceptedInWords();
    default:
      return unreachable(kind);
  }
}
