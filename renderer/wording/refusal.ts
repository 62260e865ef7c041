import { plural, t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import {
  printerRefusalInWords,
  printerRefusalReasons,
  printerRefusalTodo,
} from './printing/printer-refusal.ts';
import { sealRefusalInWords } from './seal-refusal.ts';
import { shortageInWords } from './shortage.ts';
import { stepInWords } from './wipe-step.ts';

function waitInWords(seconds: number): string {
  return plural(seconds, { one: 'Wait # second, then try again.', other: 'Wait # seconds, then try again.' });
}

/** Why the core said no, and what to do about it. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'malformed':
      return t`This cannot be kept as it stands. Please check what you typed.`;
    case 'not-allowed':
      return t`Nobody with the right to do this is signed in.`;
    case 'not-now':
      return t`This is not possible at this moment.`;
    case 'keeper-away':
      return t`The kiosk is not answering. What you typed is still here. Please wait a moment and try again.`;
    case 'broken':
      return t`Something in the kiosk failed. What you typed is still here. Try again; if it fails again, call your supervisor.`;
    case 'wrong-passphrase': {
      const wait = refusal.waitSeconds > 0 ? ` ${waitInWords(refusal.waitSeconds)}` : '';
      return t`The name and the passphrase do not belong together.` + wait;
    }
    case 'too-many-attempts': {
      const wait = waitInWords(refusal.waitSeconds);
      return t`Too many wrong passphrases. ${wait}`;
    }
    case 'locked-out': {
      const minutes = plural(refusal.waitMinutes, { one: 'For # minute', other: 'For # minutes' });
      return t`Too many wrong passphrases for this name. ${minutes} nobody can sign in with it. A supervisor can let you in again.`;
    }
    case 'weak-passphrase':
      return t`This passphrase is too easy to guess. Please take four words that have nothing to do with each other, or let the kiosk suggest them.`;
    case 'unusable-name':
      return t`A name cannot be written like this. Please use letters, at most 60.`;
    case 'name-taken':
      return t`Somebody here has this name already. Please add something that tells them apart.`;
    case 'not-a-second-person':
      return t`This takes a supervisor who is not the person signed in. Please choose another name.`;
    case 'last-supervisor':
      return t`This is the only supervisor. Please add another one first: nobody could run the kiosk.`;
    case 'no-such-member':
      return t`This person no longer works at this kiosk.`;
    case 'clipboard-kept':
      return t`A clipboard manager is running on this computer. It can keep what is typed. Ask IT to remove it, then try again.`;
    case 'custody-undecided':
      return t`A supervisor must decide first where this kiosk keeps its keys.`;
    case 'cannot-seal':
      return sealRefusalInWords(refusal.reason);
    case 'custody-locked':
      return t`This application is sealed since the kiosk was restarted. Sign out and in again: the passphrase opens it.`;
    case 'held':
      return t`A legal hold keeps this application as it is. It cannot be changed, finished or erased. Call your supervisor.`;
    case 'intake-held':
      return t`A legal hold stops new applications. Call your supervisor.`;
    case 'tray-unchecked':
      return t`Cards may lie in the printer’s tray. Please look there first, and say so on the kiosk.`;
    case 'key-damaged':
      return t`The key of this application does not open any more: nobody can read it. It is erased when its time is up. Tell your IT staff: the disk may be failing.`;
    case 'no-such-hold':
      return t`This legal hold is no longer in force.`;
    case 'key-not-destroyed':
      return t`This wipe cannot be closed yet: the record’s key is not destroyed, so the record could still be read. Press Try again.`;
    case 'session-not-ended':
      return t`This wipe cannot be closed yet: a program that knew the person has not ended, or its folder is still there. Press Try again; if it stays, a restart of the kiosk ends it.`;
    case 'no-failed-wipe':
      return t`No wipe is open any more. There is nothing to close.`;
    case 'no-export-folder':
      return t`The kiosk found nowhere to write to. Plug the stick in and try again; if it fails again, call your IT staff.`;
    case 'not-written':
      return t`The kiosk’s disk takes no more writes. Nothing was changed. Call your IT staff: the disk may be full.`;
    case 'not-read':
      return t`The kiosk’s disk doesn’t give back what was saved. Nothing was changed. Take in nobody new, and call your IT staff: the disk may be failing.`;
    case 'disk-nearly-full':
      return shortageInWords(refusal);
    case 'date-unconfirmed':
      return t`The kiosk isn’t sure of today’s date, so no application can begin and no card can be printed. Set this application aside (F6); the start screen then asks for the date.`;
    case 'intake-locked': {
      const step = stepInWords(refusal.step);
      return t`No new application can begin: the last record is not proven erased. Open step: ${step}`;
    }
    case 'answers-incomplete':
      return t`Some answers are missing or cannot be printed. Please go back to the answers.`;
    case 'documents-incomplete':
      return t`The documents do not prove enough yet.`;
    case 'photo-missing':
      return t`There is no photo yet.`;
    case 'not-a-photo':
      return t`This picture could not be used. Please take it again.`;
    case 'card-not-drawable':
      return t`The card cannot be drawn with these answers. See the note where the card is shown.`;
    case 'no-printer':
      return t`This kiosk has no card printer yet, so it cannot issue. Call your IT staff.`;
    case 'no-ordinary-printer':
      return t`No ordinary printer is chosen, so this is on the screen only. A supervisor or your IT staff can choose one.`;
    case 'printer-refused':
      return [
        printerRefusalInWords(refusal.why),
        ...printerRefusalReasons(refusal.why),
        printerRefusalTodo(refusal.why),
      ].join(' ');
    case 'printer-in-use':
      return t`The printer is at work, or somebody is looking at it. Wait until that is done, then try again.`;
    case 'no-such-ribbon':
      return t`What is noted about the ribbons has changed meanwhile. Please look again.`;
    case 'no-such-card':
      return t`No open application has a card with these characters. Please read them again.`;
    case 'no-such-ticket':
      return t`This application is no longer open.`;
    default:
      return unreachable(refusal);
  }
}
