/** Every value that `data-screen` may have. */
export type ScreenName =
  | 'set-up'
  | 'sign-in'
  | 'screen-locked'
  | 'change-passphrase'
  | 'go-live'
  | 'not-live'
  | 'tray-check'
  | 'supervisor'
  | 'start'
  | 'waiting'
  | 'locked'
  | 'answers'
  | 'documents'
  | 'photo'
  | 'check'
  | 'print'
  | 'hand-over';
