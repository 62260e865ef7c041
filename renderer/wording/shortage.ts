import { t } from '@lingui/core/macro';
import type { Shortage } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';

/** Where room is short, how much there is, and what to do about it. */
export function shortageInWords({ place, freeMegabytes: free, neededMegabytes: needed }: Shortage): string {
  switch (place) {
    case 'disk':
      return t({
        message: `The kiosk’s disk is almost full (${free} MB free, ${needed} MB needed), so new applications are stopped. Open applications can continue. Ask your IT staff to free up space on the disk.`,
        comment: 'Notice on the start screen. {free} and {needed} are megabytes.',
      });
    case 'memory':
      return t({
        message: `This computer’s memory is almost full (${free} MB free, ${needed} MB needed), so new applications are stopped. Open applications can continue. Ask your IT staff what else is using the memory.`,
        comment: 'Notice on the start screen. {free} and {needed} are megabytes.',
      });
    default:
      return unreachable(place);
  }
}
