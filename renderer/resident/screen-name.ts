/** Every value that `data-screen` has on a resident's screen. */
export type ResidentScreenName =
  | 'resident-reopened'
  | 'resident-language'
  | 'resident-notice'
  | 'resident-question'
  | 'resident-review'
  | 'resident-ticket'
  | 'resident-left'
  | 'resident-to-clerk'
  | 'resident-waiting';
