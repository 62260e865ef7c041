import { t } from '@lingui/core/macro';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { unreachable } from '../../../shared/result.ts';

/** How applicants may use the kiosk themselves, and what that means. */
export function residentSettingInWords(setting: ResidentSetting): {
  readonly name: string;
  readonly meaning: string;
} {
  switch (setting) {
    case 'off':
      return {
        name: t({
          message: 'Off',
          comment: 'One of three choices: applicants don’t use the kiosk themselves.',
        }),
        meaning: t({
          message: 'Clerks type everything. Applicants never have the screen to themselves.',
          comment: 'What the choice “Off” means.',
        }),
      };
    case 'counter':
      return {
        name: t({
          message: 'Counter',
          comment: 'One of three choices: clerk and applicant share one screen.',
        }),
        meaning: t({
          message:
            'A clerk starts an application and gives the applicant the screen with F11. Afterward, a staff passphrase brings back the clerk’s steps.',
          comment: 'What the choice “Counter” means. F11 is a key.',
        }),
      };
    case 'self-service':
      return {
        name: t({
          message: 'Self-service',
          comment: 'One of three choices: applicants use the kiosk alone, with staff nearby.',
        }),
        meaning: t({
          message:
            'Staff open the screen with F11. Applicants fill in the card details alone and get a ticket. A clerk continues at this kiosk.',
          comment: 'What the choice “Self-service” means. F11 is a key.',
        }),
      };
    default:
      return unreachable(setting);
  }
}
