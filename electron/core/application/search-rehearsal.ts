import type { CalendarDate } from '../../../shared/calendar.ts';
import { type ApplicationRecord, isCardOut } from './record.ts';
import { searchOwnValues } from './search-own-values.ts';

/** The search of a wipe, tried ahead of it. */
export interface SearchRehearsal {
  /** Begins once, when the card of this application is out: the clerk is busy with it, and this process is not. */
  begin(record: ApplicationRecord, today: CalendarDate): void;
  /** Resolves when none is under way: two searches at once would find each other's files. */
  over(): Promise<void>;
}

/**
 * What a process does for the first time takes it several times as long as the second time, and at the hand-over the next
 * person waits for it (measured). So the core searches its session's own folder ahead, for everything that it will look for.
 * What this finds will be found again; that it cannot search is told already now.
 */
export function createSearchRehearsal(
  sessionFolder: string,
  onBug: (where: string, error: unknown) => void,
): SearchRehearsal {
  let rehearsal: Promise<void> | null = null;

  async function rehearse(record: ApplicationRecord, today: CalendarDate): Promise<void> {
    const where = { roots: [sessionFolder], sessionFolder, names: [record.application], own: [] };
    // A search forgets its patterns, and those of pictures are the record's own bytes.
    const made = record.made.map((fingerprint) => Uint8Array.from(fingerprint));
    const { kind } = await searchOwnValues({ ...record, made }, [], where, today);
    if (kind === 'void') throw new Error('the search does not find its own token');
  }

  return {
    begin(record, today) {
      if (!isCardOut(record.state)) return;
      rehearsal ??= rehearse(record, today).catch((error: unknown) =>
        onBug('rehearsal of the search', error),
      );
    },
    over: async () => rehearsal ?? undefined,
  };
}
