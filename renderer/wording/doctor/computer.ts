import { t } from '@lingui/core/macro';
import type { ComputerStatus, StaffRole } from '../../../shared/contract/status.ts';

/** A computer that is told of before anybody asks: something failed, or nobody knows. */
type ToldOf = Extract<ComputerStatus, 'fail' | 'did-not-run'>;

/** Whether staff are told of a computer before they ask. */
export function isToldOf(computer: ComputerStatus | null): computer is ToldOf {
  return computer === 'fail' || computer === 'did-not-run';
}

/** What is so, and where to look. `role`: of whoever reads it. */
export function computerInWords(computer: ToldOf, role: StaffRole | undefined): string {
  const so =
    computer === 'fail'
      ? t({
          message: 'This computer failed a check, or couldn’t be checked in full.',
          comment: 'Notice on the start screen. What to do follows.',
        })
      : t({
          message: 'The kiosk couldn’t check whether this computer is in order.',
          comment: 'Notice on the start screen. What to do follows.',
        });
  const todo =
    role === 'supervisor'
      ? t({
          message: 'Press F4, then open Computer.',
          comment: 'Follows that this computer failed a check. F4 is a key, Computer a section.',
        })
      : t({
          message: 'Tell your supervisor or your IT staff.',
          comment: 'Follows that this computer failed a check.',
        });
  return `${so} ${todo}`;
}

/** The same where a kiosk is told to begin that serves no applicants: it may, and should know. */
export function computerOfOtherUseInWords(computer: ToldOf): string {
  return computer === 'fail'
    ? t({
        message: 'This computer failed a check. A kiosk for applicants couldn’t go live on it.',
        comment:
          'Notice where a kiosk for rehearsals or tests is started. To go live is to begin serving real applicants.',
      })
    : t({
        message: 'The kiosk couldn’t check this computer. A kiosk for applicants couldn’t go live on it.',
        comment:
          'Notice where a kiosk for rehearsals or tests is started. To go live is to begin serving real applicants.',
      });
}
