import { z } from 'zod';
import { checkId, checkIds } from '../../doctor/check-id.ts';

/**
 * Checks of this computer that failed, and that a kiosk goes live in spite of, in any order. Empty: it goes live only if nothing
 * stops it.
 */
export const inSpiteOf = z.array(checkId).max(checkIds.length);
