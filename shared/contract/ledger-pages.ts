import { z } from 'zod';
import { isRealDay } from '../ledger/day.ts';
import { type EntryKindName, isEntryKindName, isLedgerEntry, type LedgerEntry } from '../ledger/entries.ts';
import { call } from './declare.ts';
import { memberId } from './ids.ts';
import { calendarDate } from './status.ts';

const entryNumber = z.number().int().min(1);

/** Which entries are asked for; null: whatever it is, whenever it was. A day is one at this counter. */
export const ledgerFilter = z.object({
  kind: z.custom<EntryKindName>((word) => typeof word === 'string' && isEntryKindName(word)).nullable(),
  // Moments count from 1970, and a day that does not exist has no entries.
  day: calendarDate.refine((date) => date.year >= 1970 && isRealDay(date)).nullable(),
});
export type LedgerFilter = z.infer<typeof ledgerFilter>;

/** An entry with its number in the ledger. */
export const numberedEntry = z.object({
  sequence: entryNumber,
  entry: z.custom<LedgerEntry>(isLedgerEntry),
});
export type NumberedEntry = z.infer<typeof numberedEntry>;

/** Reads the ledger on the screen, backwards, some entries at a time. */
export const readLedger = call({
  role: 'supervisor-or-it',
  moment: 'always',
  input: z.object({ filter: ledgerFilter, before: entryNumber.nullable() }),
  output: z.object({
    /** The newest first. May be empty although more follows. */
    entries: z.array(numberedEntry),
    /** Where to go on; null: nothing older is there. */
    before: entryNumber.nullable(),
    /** Who works here now. The ledger itself names nobody. */
    names: z.array(z.object({ member: memberId, name: z.string() })),
  }),
});
