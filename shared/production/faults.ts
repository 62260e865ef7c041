/** Why what was given is not taken as the key of a recipient. The first five are about its file. */
export const recipientFaults = [
  'missing',
  'no-file',
  'unreadable',
  'too-large',
  'empty',
  'several',
  /** The secret half: whoever has it opens what is sealed to its other half. */
  'secret-key',
  'ssh-key',
  /** A recipient of age of a kind that is not produced to: a plugin's, or one for a later generation of keys. */
  'other-kind',
  'not-a-key',
  /** A point of low order: anybody could open what is sealed to it. */
  'weak-key',
] as const;
export type RecipientFault = (typeof recipientFaults)[number];

/** What became of a production on the drive when it did not take it. */
export const driveFaults = [
  'full',
  'read-only',
  'failed',
  /** It failed after the ledger was told. Nothing on it has its manifest, which makes it whole. */
  'incomplete',
] as const;
export type DriveFault = (typeof driveFaults)[number];
