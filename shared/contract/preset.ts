import { z } from 'zod';
import { custodyKind } from './custody.ts';

/** What IT decided in the settings, and screens have to know. Null: the settings say nothing of it. */
export const preset = z.object({
  /** Where keys are kept once the kiosk goes live; null: the supervisor who does it decides. */
  custody: custodyKind.nullable(),
});
export type Preset = z.infer<typeof preset>;

/** The settings say nothing. */
export const NO_PRESET: Preset = { custody: null };
