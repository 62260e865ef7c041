/** Why a supervisor closed a wipe that could not be proven. Closed: an entry holds no free text. */
export const wipeCloseReasons = [
  'found-and-removed',
  'found-to-be-nothing',
  'disk-replaced',
  'printer-destroyed',
  'kiosk-withdrawn',
] as const;
export type WipeCloseReason = (typeof wipeCloseReasons)[number];

/** Why a legal hold was set. */
export const holdReasons = ['subpoena', 'court-order', 'records-request', 'counsel-advice'] as const;
export type HoldReason = (typeof holdReasons)[number];
