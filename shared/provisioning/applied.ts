import { z } from 'zod';

/** What root's record says of the provisioning that was applied last. It lies beside the settings and goes with them. */
export const appliedProvisioning = z
  .strictObject({
    format: z.literal(1),
    kiosk: z.string(),
    number: z.int().min(1),
    /** SHA-256 of its manifest. */
    manifest: z.string().regex(/^[0-9a-f]{64}$/),
    /** The day by this computer's clock: an earlier one says that the clock was set back. */
    applied: z.iso.date(),
  })
  .readonly();
export type AppliedProvisioning = z.infer<typeof appliedProvisioning>;
