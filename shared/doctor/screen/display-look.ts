/**
 * What an X display says of itself to somebody who only looks. `hasManager`: a program owns CLIPBOARD_MANAGER. `hasCopied`: one
 * owns CLIPBOARD or SECONDARY, which nothing of the kiosk does. `hasInputMethod`: one is announced (XIM_SERVERS). `size`: of its first
 * screen, in pixels.
 */
export type DisplayLook =
  | { readonly kind: 'no-display' }
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
  return look.kind === 'no-display'
    ? 'No X display is named, so nothing was asked there.'
    : `The display can’t be asked: ${look.why}.`;
}
