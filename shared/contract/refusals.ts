import { z } from 'zod';

/** The steps of a wipe, in the order in which they are tried (DESIGN 6). None waits for another's success. */
export const wipeSteps = [
  'worker-ended',
  'key-destroyed',
  'rows-deleted',
  'print-side-purged',
  'searched',
  'session-ended',
  'folder-removed',
] as const;
export const wipeStep = z.enum(wipeSteps);
export type WipeStep = z.infer<typeof wipeStep>;

/**
 * Every expected "no" that a call may answer. Closed, so that no error text can carry a person: the only
 * free values are figures, a field's name and one character.
 */
export const refusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('malformed') }),
  z.object({ kind: z.literal('not-allowed') }),
  z.object({ kind: z.literal('not-now') }),
  z.object({ kind: z.literal('keeper-away') }),
  z.object({ kind: z.literal('broken') }),
  z.object({ kind: z.literal('wrong-passphrase'), waitSeconds: z.number().int().min(0) }),
  z.object({ kind: z.literal('too-many-attempts'), waitSeconds: z.number().int().min(1) }),
  z.object({ kind: z.literal('intake-locked'), step: wipeStep }),
  z.object({ kind: z.literal('answers-incomplete') }),
  z.object({ kind: z.literal('documents-incomplete') }),
  z.object({ kind: z.literal('photo-missing') }),
  z.object({ kind: z.literal('not-a-photo') }),
  z.object({ kind: z.literal('card-not-drawable') }),
  /** A release build without a real card printer. */
  z.object({ kind: z.literal('no-printer') }),
  z.object({ kind: z.literal('no-such-card') }),
  z.object({ kind: z.literal('no-such-ticket') }),
]);
export type Refusal = z.infer<typeof refusal>;
