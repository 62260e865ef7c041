/**
 * What an X display says of itself to somebody who only looks. `hasManager`: a program owns CLIPBOARD_MANAGER. `hasCopied`: one
 * owns CLIPBOARD or SECONDARY, which nothing of the kiosk does. `hasInputMethod`: one is announced (XIM_SERVERS).
 */
export type DisplayLook =
  | { readonly kind: 'no-display' }
  | { readonly kind: 'cannot-tell'; readonly why: string }
  | {
      readonly kind: 'looked';
      readonly hasManager: boolean;
      readonly hasCopied: boolean;
      readonly hasInputMethod: boolean;
    };
