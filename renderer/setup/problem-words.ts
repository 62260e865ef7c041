import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import { STAFF_NAME_MAXIMUM } from '../../shared/staff/staff-name.ts';
import { newPassphraseProblemInWords } from '../wording/new-passphrase.ts';
import type { SetUpProblemKind } from './set-up-values.ts';

/** What is wrong with a field of the first run, and what to do: in one line where three people stand beside one another. */
export function setUpProblemInWords(kind: SetUpProblemKind): string {
  switch (kind) {
    case 'empty':
    case 'too-long':
      return newPassphraseProblemInWords(kind);
    case 'weak':
      return t({
        message: 'Too easy to guess. Use four words.',
        comment: 'Error below a passphrase in a narrow column: at most 38 characters.',
      });
    case 'name-too-long':
      return t({
        message: `Use ${STAFF_NAME_MAXIMUM} letters or fewer.`,
        comment: 'Error below a name. {STAFF_NAME_MAXIMUM} is a number, 60.',
      });
    case 'unusable-name':
      return t({
        message: 'A character can’t be used. Type it again.',
        comment: 'Error below a name in a narrow column: at most 41 characters.',
      });
    case 'not-the-same':
      return t({
        message: 'The two don’t match. Type it again.',
        comment:
          'Error below a passphrase that is typed a second time, in a narrow column: at most 38 characters.',
      });
    case 'same-name':
      return t({
        message: 'Someone has this name. Add an initial.',
        comment:
          'Error below a name in the kiosk’s first setup, where three people type a name: at most 41 characters.',
      });
    default:
      return unreachable(kind);
  }
}
