import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { closeReasonInWords } from '../close-reason.ts';
import { custodyInWords } from '../custody.ts';
import { checkInWords } from '../doctor/check.ts';
import { stepInWords } from '../wipe-step.ts';
import type { NameOf } from './name-of.ts';

/** An entry about the kiosk itself: its ledger, its keys, its clock, a failed erasure. */
type KioskEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'opened'
      | 'wipe-closed'
      | 'custody-decided'
      | 'rehearsal-began'
      | 'evaluation-began'
      | 'live-in-spite'
      | 'clock-moved'
      | 'checkpoint-taken'
      | 'date-confirmed';
  }
>;

type ClockMove = Extract<KioskEntry, { readonly kind: 'clock-moved' }>;

type GoLive = Extract<
  KioskEntry,
  { readonly kind: 'custody-decided' | 'rehearsal-began' | 'evaluation-began' | 'live-in-spite' }
>;

function clockMoveInWords({ direction, minutes }: ClockMove): string {
  return direction === 'forward'
    ? t({
        message: `The computer’s clock was moved forward, by about ${minutes} minutes.`,
        comment: 'Ledger entry. {minutes} is a rounded number.',
      })
    : t({
        message: `The computer’s clock was moved back, by about ${minutes} minutes.`,
        comment: 'Ledger entry. {minutes} is a rounded number.',
      });
}

function goLiveInWords(entry: GoLive, nameOf: NameOf): string {
  const name = nameOf(entry.by);
  if (entry.kind === 'live-in-spite') {
    const other = nameOf(entry.second);
    const check = checkInWords(entry.check).title;
    return t({
      message: `${name} and ${other} let the kiosk go live though a check of this computer had failed, or couldn’t be made: ${check}.`,
      comment:
        'Ledger entry. {name} and {other} are supervisors, {check} is what was checked, like “Clock”. To go live is to begin serving real applicants.',
    });
  }
  const custody = custodyInWords(entry.custody);
  switch (entry.kind) {
    case 'custody-decided':
      return t({
        message: `${name} let the kiosk go live. Decided: ${custody}.`,
        comment:
          'Ledger entry. {name} is a supervisor, {custody} is “Keys kept in memory” or “Keys kept on disk”.',
      });
    case 'rehearsal-began':
      return t({
        message: `${name} started a rehearsal. Decided: ${custody}.`,
        comment:
          'Ledger entry: practice with invented people. {name} is a supervisor, {custody} is “Keys kept in memory” or “Keys kept on disk”.',
      });
    case 'evaluation-began':
      return t({
        message: `${name} started an evaluation. Decided: ${custody}.`,
        comment:
          'Ledger entry: the kiosk is tried with invented people. {name} is a supervisor, {custody} is “Keys kept in memory” or “Keys kept on disk”.',
      });
    default:
      return unreachable(entry);
  }
}

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function kioskKindInWords(kind: KioskEntry['kind']): string {
  switch (kind) {
    case 'opened':
      return t({ message: 'Ledger opened', comment: 'Title of the first ledger entry.' });
    case 'wipe-closed':
      return t({
        message: 'Erasure closed without proof',
        comment: 'Title of a ledger entry: a supervisor closed it though nobody can prove that it is done.',
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
    case 'evaluation-began':
      return t({
        message: 'Evaluation started',
        comment: 'Title of a ledger entry: the kiosk is tried, with invented people.',
      });
    case 'live-in-spite':
      return t({
        message: 'Went live in spite of a check',
        comment:
          'Title of a ledger entry: two supervisors let the kiosk serve real applicants though its computer failed a check, or a check could not be made.',
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

/** What an entry about the kiosk itself says, in sentences. */
export function kioskEntryInWords(entry: KioskEntry, nameOf: NameOf): readonly string[] {
  switch (entry.kind) {
    case 'opened':
      return [t`This ledger was opened when the kiosk was set up.`];
    case 'wipe-closed': {
      const name = nameOf(entry.by);
      const reason = closeReasonInWords(entry.reason);
      const step = stepInWords(entry.step);
      return [
        t({
          message: `${name} closed an erasure without proof. Reason: ${reason}.`,
          comment: 'Ledger entry. {name} is a supervisor, {reason} a sentence without its period.',
        }),
        step,
      ];
    }
    case 'custody-decided':
    case 'rehearsal-began':
    case 'evaluation-began':
    case 'live-in-spite':
      return [goLiveInWords(entry, nameOf)];
    case 'clock-moved':
      return [clockMoveInWords(entry)];
    case 'checkpoint-taken': {
      const name = nameOf(entry.by);
      return [
        entry.way === 'day-sheet'
          ? t({
              message: `${name} took a signed checkpoint for a day sheet.`,
              comment:
                'Ledger entry. {name} is a member of staff. The day sheet is the page with the day’s counts.',
            })
          : t({
              message: `${name} took a signed checkpoint for a USB drive.`,
              comment:
                'Ledger entry. {name} is a member of staff. A checkpoint is the signed state of the ledger at one moment.',
            }),
      ];
    }
    case 'date-confirmed': {
      const name = nameOf(entry.by);
      return [
        t({
          message: `${name} confirmed the date on the computer’s clock.`,
          comment: 'Ledger entry. {name} is a supervisor.',
        }),
      ];
    }
    default:
      return unreachable(entry);
  }
}
