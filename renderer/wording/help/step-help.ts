import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { WizardStep } from '../../clerk/steps.ts';

/** A step of the wizard, the slip of a denial in its place, and the end. */
type StepTopic = WizardStep | 'denial-slip' | 'erasing';

/** What a step of an application wants of the clerk: a paragraph for the keys of each moment. */
export function stepHelpInWords(step: StepTopic): readonly string[] {
  switch (step) {
    case 'answers':
      return [
        t`Type each line exactly as it should be on the card. Press Enter for the next required field, or Tab for the next field.`,
        t`Hold a letter to add an accent, or press F5 to find any letter.`,
        t`F2 changes the kind of card, where there are several.`,
        t`F3 shows the applicant what to read, in their language. F11 gives them the screen, where the kiosk is set up for that.`,
      ];
    case 'caretaker':
      return [
        t`Check off what the adult who is responsible for the applicant shows you. The kiosk keeps which boxes you check, and nothing else about this adult. If nobody came along, check nothing and press Enter.`,
      ];
    case 'documents':
      return [
        t`Check off each document the applicant shows you. Type its first letters to find it, and press Space. The top of the screen shows what is still needed; F3 shows that in the applicant’s language, if it isn’t English.`,
      ];
    case 'photo':
      return [
        t`Ask the applicant to look at the camera. Space takes the photo; on the next screen, R takes it again. If you come back to a photo, Enter keeps it. If the camera doesn’t work, F2 tries again. In practice, F7 uses a drawn face.`,
      ];
    case 'denial-slip':
      return [
        t({
          message:
            'Choose the applicant’s language and print the slip with F7, or press F3 and let them take a photo of it. Then press F12 to deny and erase. F8 takes the denial back.',
          comment: 'Help for a screen: the slip says why no card is given and how to appeal.',
        }),
      ];
    case 'check':
      return [
        t`Let the applicant read every line. Press the number of a line to change it, R to retake the photo, and Enter to print. If a fee is due, first press F2 for paid or F3 to waive it; F8 takes either back.`,
      ];
    case 'print':
      return [
        t`The screen follows the card through the printer, and says what to do when it stops.`,
        t({
          message:
            'While you wait, F6 sets the application aside, F3 stops the print, and F2 prints a pick-up slip where there is an ordinary printer.',
          comment: 'Help for a screen. A pick-up slip is a paper with the number to come back with.',
        }),
        t`If the screen asks whether a card came out, press F12 for yes or F8 for no.`,
        t`Where it offers a reprint, F7 prints, and F12 says that you found the card.`,
        t({
          message: 'After a spoiled card, C corrects a detail, and R retakes the photo.',
          comment: 'Help for a screen. A spoiled card came out wrong: it is destroyed and counted.',
        }),
        t`If the applicant left, F4 ends without a card.`,
      ];
    case 'hand-over':
      return [
        t`Scan the new card, or type its last four characters. If there is an old card, cut it up and press F2.`,
        t`Give the new card to the applicant, then press F12. F8 is for a card that is wrong.`,
        t`If the card can’t be handed over now, F6 sets the application aside.`,
      ];
    case 'erasing':
      return [
        t`The kiosk erases the application, then searches for anything that is left of it. Wait a moment; you don’t have to press anything.`,
      ];
    default:
      return unreachable(step);
  }
}
