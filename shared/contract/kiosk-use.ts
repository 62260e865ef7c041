import { z } from 'zod';
import type { KioskStatus } from './status.ts';

/**
 * What a kiosk may be used for. `residents`: people who get their cards. `rehearsal`: a release's own code on a
 * runtime that residents' data must never be given to; invented people only, and it never goes live.
 * `evaluation`: a build with openings for tests and demonstrations.
 */
export const kioskUses = z.enum(['residents', 'rehearsal', 'evaluation']);
export type KioskUse = z.infer<typeof kioskUses>;

/** From what was built and what it runs on: nobody sets it. */
export function kioskUse({ build, runtime }: Pick<KioskStatus, 'build' | 'runtime'>): KioskUse {
  if (build === 'evaluation') return 'evaluation';
  return runtime === 'production' ? 'residents' : 'rehearsal';
}
