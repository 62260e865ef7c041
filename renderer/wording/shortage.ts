import { t } from '@lingui/core/macro';
import type { Shortage } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';

/** Where room is short, how much there is, and what to do about it. */
export function shortageInWords({ place, freeMegabytes: free, neededMegabytes: needed }: Shortage): string {
  switch (place) {
    case 'disk':
      return t`The kiosk’s disk is almost full (${free} MB free, ${needed} MB needed), so new applications are paused. Open applications can continue. Ask your IT staff to free up space on the disk.`;
    case 'memory':
      return t`This computer’s memory is almost full (${free} MB free, ${needed} MB needed), so new applications are paused. Open applications can continue. Ask your IT staff what else is using the memory.`;
    default:
      return unreachable(place);
  }
}
