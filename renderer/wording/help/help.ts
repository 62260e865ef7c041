import { t } from '@lingui/core/macro';
import type { StaffRole } from '../../../shared/contract/status.ts';
import type { ScreenName } from '../../parts/screen-name.ts';
import { type Section, sectionsFor } from '../../supervisor/sections.ts';
import { sectionHelpInWords } from './section-help.ts';

/** What help is about: a screen; in the supervisor's area a section; the short while in which an application is erased. */
export type HelpTopic = Exclude<ScreenName, 'supervisor'> | Section | 'erasing';

/** Help about one of them: what it wants, and whom to call. */
export interface HelpInWords {
  readonly wants: string;
  readonly call: string;
}

function wantsInWords(topic: HelpTopic): string {
  switch (topic) {
    case 'set-up':
      return t`Name this kiosk, then let the first supervisor and the first clerk each type a name and a passphrase. F2 suggests four words for the supervisor, and F3 for the clerk. Enter finishes the setup.`;
    case 'sign-in':
      return t`Choose your name with the arrow keys, type your passphrase, and press Enter. F7 shows what you typed.`;
    case 'screen-locked':
      return t`Type your passphrase and press Enter. The open application is as you left it.`;
    case 'change-passphrase':
      return t`Type your current passphrase, then a new one twice. F2 lets the kiosk suggest four words. Enter changes it. If you chose to change it, Esc goes back.`;
    case 'go-live':
      return t`Choose where encryption keys are kept. This is decided once, and every receipt names it. Press 1 or 2, then Enter.`;
    case 'recovery-decision':
      return t({
        message:
          'Decide whether there are recovery codes: a way in for two people if the last supervisor’s passphrase is lost. Press 1 or 2, then Enter. If you came from Staff, Esc goes back.',
        comment: 'Help for a screen. Recovery codes are on paper. Staff is the name of a section.',
      });
    case 'recovery-codes':
      return t`Each person writes one code on paper and types it back from there. Both codes work once the second one is typed. Enter shows and hides a code. If the paper is wrong, F2 shows a new code. Esc cancels.`;
    case 'use-recovery-codes':
      return t`Two people each type their code, a name, and a new passphrase. They become the new supervisors. F2 and F3 suggest a passphrase for each, Enter uses the codes, and Esc goes back.`;
    case 'not-live':
      return t`A supervisor has to finish the setup of this kiosk. Enter signs you out.`;
    case 'tray-check':
      return t({
        message:
          'Check each tray and take out every card, as the list says. Then press F8 to tell the kiosk that no card is left there.',
        comment: 'Help for a screen. The tray is where finished cards lie.',
      });
    case 'record-search':
      return t`Type the name, choose a reason, and press Enter. A second supervisor reads both and approves. Save or print the result before you close the search. Esc cancels a search, and closes one that is done.`;
    case 'start':
      return t({
        message:
          'Press Enter to start with the next applicant. To open a handoff, scan the card or type its last four characters. F7 prints the last receipt, and F8 the last fee receipt. If the kiosk asks whether the date is right, F12 confirms it, and F9 says that it is wrong. In self-service, F11 opens the screen for applicants.',
        comment: 'Help for the start screen. Handoff is the step where the card is given to the applicant.',
      });
    case 'waiting':
      return t`The kiosk is getting ready. Wait a moment; you don’t have to press anything.`;
    case 'locked':
      return t`The last application isn’t proven erased. Follow the steps on the screen, then press Enter to try again. Once the key is destroyed, F8 lets a supervisor close the erasure with a reason. F4 opens the supervisor’s area.`;
    case 'answers':
      return t`Type each line exactly as the applicant writes it. Press Enter for the next required field, or Tab for the next field. Hold a letter to add an accent, or press F5 to find any letter. If the screen asks for the kind of card, F2 changes it. F3 shows the applicant what to read, in their language. F11 gives them the screen, where the kiosk is set up for that.`;
    case 'caretaker':
      return t`Check off what the adult who is responsible for the applicant shows you. The kiosk keeps which boxes you check, and nothing else about this adult. If nobody came along, check nothing and press Enter.`;
    case 'documents':
      return t`Check off each document the applicant shows you. Type its first letters to find it, and press Space. The top of the screen shows what is still needed; F3 shows that in the applicant’s language, if it isn’t English.`;
    case 'photo':
      return t`Ask the applicant to look at the camera. Space takes the photo; on the next screen, R takes it again. If you come back to a photo, Enter keeps it. If the camera doesn’t work, F2 tries again. In practice, F7 uses a drawn face.`;
    case 'denial-slip':
      return t({
        message:
          'Choose the applicant’s language and print the slip with F7, or press F3 and let them take a photo of it. Then press F12 to deny and erase. F8 takes the denial back.',
        comment: 'Help for a screen: the slip says why no card is given and how to appeal.',
      });
    case 'check':
      return t`Let the applicant read every line. Press the number of a line to change it, R to retake the photo, and Enter to print. If a fee is due, first press F2 for paid or F3 to waive it; F8 takes either back.`;
    case 'print':
      return t({
        message:
          'The screen follows the card through the printer, and says what to do when it stops. While you wait, F6 sets the application aside, F3 stops the print, and F2 prints a pick-up slip where there is an ordinary printer. If the screen asks whether a card came out, press F12 for yes or F8 for no. Where it offers to print again, F7 prints, and F12 says that you found the card. After a spoiled card, C corrects a detail, and R retakes the photo. If the applicant left, F4 ends without a card.',
        comment:
          'Help for a screen. A spoiled card came out wrong: it is destroyed and counted. A pick-up slip is a paper with the number to come back with.',
      });
    case 'hand-over':
      return t`Scan the new card, or type its last four characters. If there is an old card, cut it up then and press F2. Give the new card to the applicant, then press F12. F8 is for a card that is wrong. If it can’t be handed over now, F6 sets the application aside.`;
    case 'erasing':
      return t`The kiosk erases the application, then searches for anything that is left of it. Wait a moment; you don’t have to press anything.`;
    default:
      return sectionHelpInWords(topic);
  }
}

/** Whoever stands there calls nobody at the counter. */
const OF_SUPERVISORS: readonly HelpTopic[] = [
  ...sectionsFor('supervisor'),
  'set-up',
  'go-live',
  'recovery-decision',
  'recovery-codes',
  'use-recovery-codes',
  'record-search',
];

function callInWords(topic: HelpTopic, role: StaffRole | null): string {
  // Whom everybody else calls.
  if (role === 'it') {
    return t`If something doesn’t work, look in this kiosk’s documentation for IT staff. For a new passphrase, ask a supervisor.`;
  }
  return OF_SUPERVISORS.includes(topic)
    ? t`If something doesn’t work, call your IT staff.`
    : t`If something doesn’t work, call your supervisor.`;
}

/** What the help says. `role`: of whoever is signed in. */
export function helpInWords(topic: HelpTopic, role: StaffRole | null): HelpInWords {
  return { wants: wantsInWords(topic), call: callInWords(topic, role) };
}
