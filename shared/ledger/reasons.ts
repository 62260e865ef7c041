/** Why a supervisor closed a wipe that could not be proven. Closed: an entry holds no free text. */
export const wipeCloseReasons = [
  'found-and-removed',
  'found-to-be-nothing',
  'disk-replaced',
  'printer-destroyed',
  'kiosk-withdrawn',
] as const;
export type WipeCloseReason = (typeof wipeCloseReasons)[number];

/** Why the first entry that does not hold does not. What each means stands in the keeper's verdict. */
export const breakReasons = [
  'missing',
  'out-of-order',
  'changed',
  'unreadable',
  'unsigned',
  'bad-signature',
  'truncated',
  'wrong-key',
  'rebuilt',
] as const;
export type BreakReason = (typeof breakReasons)[number];

/** Why a legal hold was set. */
export const holdReasons = ['subpoena', 'court-order', 'records-request', 'counsel-advice'] as const;
export type HoldReason = (typeof holdReasons)[number];

/**
 * Why the wall clock was not believed. `behind`: it showed a day that was over already. `ahead`: it said that
 * more time had gone by than can have, or than the longest night of the policy.
 */
export const dateDoubts = ['behind', 'ahead'] as const;
export type DateDoubt = (typeof dateDoubts)[number];

/** Why two people searched what the kiosk holds for somebody. */
export const searchReasons = ['subpoena', 'court-order', 'records-request', 'own-request'] as const;
export type SearchReason = (typeof searchReasons)[number];

/** Why blanks were not what the day had left. `none`: they were. */
export const blanksDifferences = ['none', 'miscounted', 'damaged', 'missing', 'not-known'] as const;
export type BlanksDifference = (typeof blanksDifferences)[number];

/** The same of the drawer. A fee counts on the day of its card: `paid-another-day` is in the drawer of another one, or of none. */
export const drawerDifferences = [...blanksDifferences, 'paid-another-day'] as const;
export type DrawerDifference = (typeof drawerDifferences)[number];

/** What becomes of applications that are open when intake is suspended. */
export const openWhenSuspended = ['finish', 'wipe'] as const;
export type OpenWhenSuspended = (typeof openWhenSuspended)[number];

/** What a supervisor decided about recovery codes. */
export const recoveryDecisions = ['made', 'none'] as const;

/** What did not fit between the files of a kiosk (`shared/misfit/misfit.ts`). */
export const misfitKinds = [
  'vault-older',
  'ledger-older',
  'ledger-altered',
  'signing-key',
  'keys-missing',
  'keys-surplus',
  'holds',
  'staff',
  'lock-outs',
  'custody',
  'card-printer',
  'paper-printer',
  'ribbons',
  'policy',
  'practice',
  'unsigned-entries',
] as const;

/** Why two supervisors let a kiosk go on whose files did not fit. */
export const misfitReasons = ['copy-restored', 'parts-swapped', 'disk-repaired', 'not-explained'] as const;
export type MisfitReason = (typeof misfitReasons)[number];
