import { z } from 'zod';
import { wipeCloseReasons } from '../../ledger/reasons.ts';
import { calendarDate } from '../status.ts';

// What is put in for acts that a supervisor may approve, declared once: for the act, and for what is approved of it.

/** The date that was read on the screen, and is right. */
export const confirmingDate = z.object({ shown: calendarDate });

/** Why an erasure that cannot be proven is closed all the same. */
export const closingWipe = z.object({ reason: z.enum(wipeCloseReasons) });

/** How the ledger is written to a drive. */
export const exportingLedger = z.object({ format: z.enum(['csv', 'ndjson']) });

/** How a checkpoint leaves. */
export const takingCheckpoint = z.object({ way: z.enum(['day-sheet', 'stick']) });
