import { z } from 'zod';
import { residentLanguages } from '../residents/language.ts';

/**
 * Residents who answer alone. `languages`: those that they may choose; missing: all that the program has. English is one of
 * them, because it is what every other falls back to. `warnAfterSeconds`: so long without a touch, and the screen asks
 * whether somebody is there; missing: 120. `endAfterSeconds`: so much later it ends the application, or at a counter locks
 * the screen; missing: 30. Not under 20, which is what answering takes.
 */
export const residentsSection = z
  .strictObject({
    languages: z
      .array(z.enum(residentLanguages))
      .min(1)
      .refine((languages) => languages.includes('en'), 'takes "en" among the languages')
      .refine((languages) => new Set(languages).size === languages.length, 'takes each language once')
      .readonly()
      .optional(),
    warnAfterSeconds: z.int().min(30).max(300).optional(),
    endAfterSeconds: z.int().min(20).max(45).optional(),
  })
  .readonly();
