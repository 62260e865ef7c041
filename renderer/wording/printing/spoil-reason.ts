import { t } from '@lingui/core/macro';
import type { SpoilReason } from '../../../shared/application/lifecycle.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why a card cannot be given to the person. */
export function spoilReasonInWords(reason: SpoilReason): string {
  switch (reason) {
    case 'smudged':
      return t`Smudged or faded`;
    case 'misaligned':
      return t`Printed off center`;
    case 'incomplete':
      return t`Part of the print is missing`;
    case 'damaged':
      return t`Bent, scratched or broken`;
    case 'wrong-details':
      return t`A detail on it is wrong`;
    case 'wrong-photo':
      return t`The photo is wrong`;
    case 'not-collected':
      return t`The applicant left without it`;
    default:
      return unreachable(reason);
  }
}
