import { t } from '@lingui/core/macro';
import type { StaffRole } from '../../../shared/contract/status.ts';
import type { ScreenName } from '../../parts/screen-name.ts';
import { type Section, sectionsFor } from '../../supervisor/sections.ts';
import { sectionHelpInWords } from './section-help.ts';
import { stepHelpInWords } from './step-help.ts';

/** What help is about: a screen; in the supervisor's area a section; the short while in which an application is erased. */
export type HelpTopic = Exclude<ScreenName, 'supervisor'> | Section | 'erasing';

/** Help about one of them: what it wants, in paragraphs of keys that belong to one moment, and whom to call. */
export interface HelpInWords {
  readonly wants: readonly string[];
  readonly call: string;
}

function holdWithoutSignInInWords(): string {
  return t({
    message: 'A supervisor who is locked out can still set a legal hold here.',
    comment:
      'Help for the sign-in screen and the locked screen. A legal hold is an order by counsel to erase nothing.',
  });
}

function filesMisfitHelpInWords(): readonly string[] {
  return [
    t({
      message:
        'Read what doesn’t fit, and call your IT staff before you do anything else. A supervisor can choose a reason and let the kiosk go on, with another supervisor’s approval. F4 opens the supervisor’s area, or the ledger for IT staff.',
      comment:
        'Help for the screen that says that the kiosk’s files don’t fit together: a file was put back or changed.',
    }),
  ];
}

function wantsInWords(topic: HelpTopic): readonly string[] {
  switch (topic) {
    case 'set-up':
      return [
        t`Name this kiosk, then let two supervisors and the first clerk each type a name and a passphrase. F2, F3, and F4 suggest four words for each of them, in that order. Enter finishes the setup.`,
      ];
    case 'sign-in':
      return [
        t`Choose your name with the arrow keys, type your passphrase, and press Enter. F7 shows what you typed.`,
        holdWithoutSignInInWords(),
      ];
    case 'screen-locked':
      return [
        t`Type your passphrase and press Enter. An open application stays as you left it.`,
        holdWithoutSignInInWords(),
      ];
    case 'change-passphrase':
      return [
        t`Type your current passphrase, then a new one twice. F2 lets the kiosk suggest four words. Enter changes it. If you chose to change it, Esc goes back.`,
      ];
    case 'go-live':
      return [
        t`Choose where encryption keys are kept. This is decided once, and every receipt names it. Press 1 or 2, then Enter.`,
      ];
    case 'recovery-decision':
      return [
        t({
          message:
            'Decide whether there are recovery codes: a way in for two people if the last supervisor’s passphrase is lost. Press 1 or 2, then Enter. If you came from Staff, Esc goes back.',
          comment: 'Help for a screen. Recovery codes are on paper. Staff is the name of a section.',
        }),
      ];
    case 'recovery-codes':
      return [
        t`Each person writes one code on paper and types it back from there. Before the second code, another supervisor types their passphrase. Both codes work once the second one is typed. Enter shows and hides a code. If the paper is wrong, F2 shows a new code. Esc cancels.`,
      ];
    case 'use-recovery-codes':
      return [
        t`Two people each type their code, a name, and a new passphrase. They become the new supervisors. F2 and F3 suggest a passphrase for each, Enter uses the codes, and Esc goes back.`,
      ];
    case 'not-live':
      return [t`A supervisor has to finish the setup of this kiosk. Enter signs you out.`];
    case 'files-misfit':
      return filesMisfitHelpInWords();
    case 'tray-check':
      return [
        t({
          message:
            'Check each tray and take out every card, as the list says. Then press F8 to tell the kiosk that no card is left there.',
          comment: 'Help for a screen. The tray is where finished cards lie.',
        }),
      ];
    case 'record-search':
      return [
        t`Type the name, choose a reason, and press Enter. A second supervisor reads both and approves. Save or print the result before you close the search. Esc cancels a search, and closes one that is done.`,
      ];
    case 'start':
      return startHelpInWords();
    case 'waiting':
      return [t`The kiosk is getting ready. Wait a moment; you don’t have to press anything.`];
    case 'locked':
      return [
        t`The last application isn’t proven erased. Follow the steps on the screen, then press Enter to try again. Once the key is destroyed, F8 lets a supervisor close the erasure without proof. F4 opens the supervisor’s area.`,
      ];
    case 'answers':
    case 'caretaker':
    case 'documents':
    case 'photo':
    case 'denial-slip':
    case 'check':
    case 'print':
    case 'hand-over':
    case 'erasing':
      return stepHelpInWords(topic);
    default:
      return sectionHelpInWords(topic);
  }
}

/** Of the start, where a clerk is between any two applicants. */
function startHelpInWords(): readonly string[] {
  return [
    t({
      message:
        'Press Enter to start with the next applicant. To open a handoff, scan the card or type its last four characters.',
      comment: 'Help for the start screen. Handoff is the step where the card is given to the applicant.',
    }),
    t`F3 shows the details of the last erasure. F7 prints its receipt, and F8 the last fee receipt.`,
    t`If the kiosk asks whether the date is right, F12 confirms it, and F9 says that it is wrong.`,
    t`In self-service, F11 opens the screen for applicants.`,
  ];
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
