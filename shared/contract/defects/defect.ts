import { z } from 'zod';
import { type Defect, defectKinds, defectPlaces, MOST_PLACES } from '../../defects.ts';

/** A defect, as a process of a session tells the keeper: their own standard error leads nowhere. */
export const defect: z.ZodType<Defect> = z.object({
  place: z.enum(defectPlaces),
  error: z.enum(defectKinds),
  at: z.array(z.string()).max(MOST_PLACES),
});
