import { z } from 'zod';

// Bytes of a known number in base64, each in the one text that it has: a length in characters alone would let other lengths in, and the
// bits that are left over could be anything.

/** A signature by Ed25519: 64 bytes. */
export const signatureText = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/);

/** A public key of Ed25519 as SPKI in DER: 44 bytes. */
export const publicKeyText = z.string().regex(/^[A-Za-z0-9+/]{58}[AEIMQUYcgkosw048]=$/);
