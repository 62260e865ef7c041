import { z } from 'zod';
import { label } from './localized.ts';

/** `secondPerson`: whether a supervisor who suspends intake, or resumes it, needs another one beside them. */
export const suspensionSection = z.strictObject({ secondPerson: z.boolean() }).readonly();

/**
 * The office whose signed orders every kiosk of the programme carries out, named for whoever reads an order on a screen.
 * `key`: its public Ed25519 key, 32 bytes as base64. The policy itself is signed by the programme's key, which so gives
 * this one its say: over intake, and over nothing else.
 */
export const ordersSection = z
  .strictObject({
    name: label,
    key: z
      .string()
      .regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'takes the line that "npm run order -- keys" prints'),
  })
  .readonly();
