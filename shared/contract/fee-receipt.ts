import { z } from 'zod';
import { feeSettlements, routes } from '../application/route.ts';

/** What a receipt for a fee says besides the programme, the kiosk and the day: nobody's name, and no time of day. */
export const feeReceipt = z.object({
  route: z.enum(routes),
  settled: z.enum(feeSettlements),
  cents: z.int().min(1),
  /** As ISO 4217 writes it. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type FeeReceipt = z.infer<typeof feeReceipt>;
