import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import { STAFF_NAME_MAXIMUM } from '../../shared/staff/staff-name.ts';
import { newPassphraseProblemInWords } from '../wording/new-passphrase.ts';
import type { SetUpProblemKind } from './set-up-values.ts';

/** What is wrong with a field of the first run, and what to do. */
export function setUpProblemInWords(kind: SetUpProblemKind): string {
  switch (kind) {
    case 'empty':
    case 'too-long':
    case 'weak':
      return newPassphraseProblemInWords(kind);
    case 'name-too-long':
      return t({
        message: `Use ${STAFF_NAME_MAXIMUM} letters or fewer.`,
        comment: 'Error below a name. {STAFF_NAME_MAXIMUM} is a number, 60.',
      });
    case 'unusable-name':
      return t`A character here can’t be used. Type the name again.`;
    case 'not-the-same':
      return t`The passphrases don’t match. Type the second one again.`;
    case 'same-name':
      return t({
        message: 'Another person here already has this name. Add an initial.',
        comment: 'Error below a name in the kiosk’s first setup, where three people type a name.',
      });
    default:
      return unreachable(kind);
  }
}
