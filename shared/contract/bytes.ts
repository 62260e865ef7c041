import { z } from 'zod';

/** Raw bytes, whatever buffer lies below them. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
