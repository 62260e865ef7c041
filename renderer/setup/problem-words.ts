import { t } from '@lingui/core/macro';
import { STAFF_NAME_MAXIMUM } from '../../shared/contract/supervision.ts';
import { unreachable } from '../../shared/result.ts';
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
      return t`At most ${STAFF_NAME_MAXIMUM} letters, please.`;
    case 'unusable-name':
      return t`A character in this name cannot be used. Please take letters, digits and hyphens.`;
    case 'not-the-same':
      return t`This is not the same passphrase. Please type it again.`;
    case 'same-name':
      return t`The supervisor has this name already. Please add something that tells them apart.`;
    default:
      return unreachable(kind);
  }
}
