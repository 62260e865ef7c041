import type { CalendarDate } from '../../../shared/calendar.ts';
import type { SearchReport } from '../../../shared/contract/receipt.ts';
import { sealedFingerprints } from '../../../shared/contract/sealed-content.ts';
import { forgetPatterns } from '../../../shared/remanence/patterns.ts';
import { openContent } from '../../lib/sealing/sealed-content.ts';
import { searchWithControl } from '../search/positive-control.ts';
import type { ApplicationRecord } from './record.ts';
import { applicantPatterns } from './values.ts';

/**
 * Step 5 of the wipe: looks for everything of this applicant, and for what named the application, in every file that changed since the
 * application began, while the values are still known. A token planted in the session's own folder must be
 * found, or the search is void. Only figures leave this function: a hit's path may hold what was found.
 */
export async function searchOwnValues(
  record: ApplicationRecord,
  sealed: readonly Uint8Array[],
  where: {
    readonly roots: readonly string[];
    readonly sessionFolder: string;
    readonly names: readonly string[];
    readonly own: readonly string[];
  },
  today: CalendarDate,
): Promise<SearchReport> {
  const registered: Uint8Array[] = [];
  for (const row of sealed) {
    const content = openContent(record.key, record.application, 'windows', row, sealedFingerprints);
    // Fingerprints that cannot be read cannot be searched for, and then nobody may say that nothing was found.
    if (!content.ok) return { kind: 'void' };
    registered.push(...content.value.windows);
  }
  const { patterns, values, fingerprints, tooShort, alsoOwn } = applicantPatterns(
    record,
    { registered, names: where.names },
    today,
    where.own,
  );
  const searched = await searchWithControl(
    // A clock that was set back makes files look older than the application: then all are searched.
    { roots: where.roots, changedSince: Date.now() < record.began ? 0 : record.began, patterns },
    where.sessionFolder,
  );
  forgetPatterns(patterns);
  if (!searched.ok) return { kind: 'void' };
  const { files, bytes, hits, unreadable } = searched.value;
  return {
    kind: 'searched',
    values,
    tooShort,
    alsoOwn,
    windows: fingerprints,
    files,
    bytes,
    hits: hits.length,
    unreadable: unreadable.length,
  };
}
