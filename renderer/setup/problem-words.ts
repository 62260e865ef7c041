import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import { STAFF_NAME_MAXIMUM } from '../../shared/staff/staff-name.ts';
import { newPassphraseProblemInWords } from '../wording/new-passphrase.ts';
import type { SetUpProblemKind } from './set-up-values.ts';

/** What is wrong with a field of the first run, and what to do: in one line of a column, of which three stand beside one another. */
export function setUpProblemInWords(kind: SetUpProblemKind): string {
  switch (kind) {
    case 'empty':
    case 'too-long':
      return newPassphraseProblemInWords(kind);
    case 'weak':
      return t`Too easy to guess. Use four words.`;
    case 'name-too-long':
      return t({
        message: `Use ${STAFF_NAME_MAXIMUM} letters or fewer.`,
        comment: 'Error below a name. {STAFF_NAME_MAXIMUM} is a number, 60.',
      });
    case 'unusable-name':
      return t`A character here can’t be used.`;
    case 'not-the-same':
      return t`They don’t match. Type this one again.`;
    case 'same-name':
      return t({
        message: 'This name is taken. Add an initial.',
        comment: 'Error below a name in the kiosk’s first setup, where three people type a name.',
      });
    default:
      return unreachable(kind);
  }
}
