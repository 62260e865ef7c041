import { t } from '@lingui/core/macro';
import { PASSPHRASE_MINIMUM } from '../../shared/contract/screen.ts';
import { unreachable } from '../../shared/result.ts';
import type { SetUpProblemKind } from './set-up-values.ts';

/** What is wrong with a field of the first run, and what to do. */
export function setUpProblemInWords(kind: SetUpProblemKind): string {
  switch (kind) {
    case 'empty':
      return t`Please fill this in.`;
    case 'name-too-long':
      return t`At most 60 letters, please.`;
    case 'too-short':
      return t`At least ${PASSPHRASE_MINIMUM} characters, please; four words are better.`;
    case 'too-long':
      return t`At most 200 characters, please.`;
    case 'not-the-same':
      return t`This is not the same passphrase. Please type it again.`;
    case 'same-name':
      return t`The supervisor has this name already. Please add something that tells them apart.`;
    default:
      return unreachable(kind);
  }
}
