import { unreachable } from '../../result.ts';
import { LOOK_FROM_INSIDE } from '../seen-from.ts';

/**
 * What an X display says of itself to somebody who only looks. `hasManager`: a program owns CLIPBOARD_MANAGER. `hasCopied`: one
 * owns CLIPBOARD or SECONDARY, which nothing of the kiosk does. `hasInputMethod`: one is announced (XIM_SERVERS). `size`: of its first
 * screen, in pixels. `from-outside`: the kiosk's display has its socket in a folder of the unit, and any other display is none of
 * the kiosk's.
 */
export type DisplayLook =
  | { readonly kind: 'no-display' }
  | { readonly kind: 'from-outside' }
  | { readonly kind: 'cannot-tell'; readonly why: string }
  | {
      readonly kind: 'looked';
      readonly hasManager: boolean;
      readonly hasCopied: boolean;
      readonly hasInputMethod: boolean;
      readonly size: { readonly width: number; readonly height: number };
    };

/** Why nothing is known of it, as a sentence. */
export function whyNotLooked(look: Exclude<DisplayLook, { readonly kind: 'looked' }>): string {
  switch (look.kind) {
    case 'no-display':
      return 'No X display is named, so nothing was asked there.';
    case 'from-outside':
      return `A shell doesn’t see the kiosk’s display. ${LOOK_FROM_INSIDE}`;
    case 'cannot-tell':
      return `The display can’t be asked: ${look.why}.`;
    default:
      return unreachable(look);
  }
}
