import { z } from 'zod';
import { policyHash } from '../contract/ids.ts';

/**
 * What root's record says of the provisioning that was applied last. It lies beside the settings and goes with them. What it says
 * of the policy and of the data folder holds also where those files were lost or altered since.
 */
export const appliedProvisioning = z
  .strictObject({
    format: z.literal(1),
    kiosk: z.string(),
    number: z.int().min(1),
    /** SHA-256 of its manifest. */
    manifest: z.string().regex(/^[0-9a-f]{64}$/),
    /** The day by this computer's clock: an earlier one says that the clock was set back. */
    applied: z.iso.date(),
    /** Which policy it brought. */
    policy: z.strictObject({ id: z.string(), version: z.int().min(1), hash: policyHash }).readonly(),
    /** As its settings name it. */
    dataFolder: z.string(),
  })
  .readonly();
export type AppliedProvisioning = z.infer<typeof appliedProvisioning>;
