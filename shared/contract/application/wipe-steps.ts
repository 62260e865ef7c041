import { z } from 'zod';

/** The steps of a wipe, in the order in which they are tried. None waits for another's success. */
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
