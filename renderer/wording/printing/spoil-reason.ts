import { t } from '@lingui/core/macro';
import type { SpoilReason } from '../../../shared/application/lifecycle.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why a card cannot be given to the person. */
export function spoilReasonInWords(reason: SpoilReason): string {
  switch (reason) {
    case 'smudged':
      return t`Smudged or faded`;
    case 'misaligned':
      return t`Printed off its place`;
    case 'incomplete':
      return t`A part is missing`;
    case 'damaged':
      return t`Bent, scratched or broken`;
    case 'wrong-details':
      return t`An answer on it is wrong`;
    case 'wrong-photo':
      return t`The photo is not right`;
    case 'not-collected':
      return t`The person left without it`;
    default:
      return unreachable(reason);
  }
}
