import type { SearchOrder } from '../../../shared/contract/keeper.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { ApplicantSession } from '../applicant-session.ts';
import type { ApplicationRecord } from '../application/record.ts';
import { searchOwnValues } from '../application/search-own-values.ts';

/**
 * The last thing a core does: searches for everything of its applicant and reports the figures to the keeper, which then ends
 * this session. Its screen stays for a moment longer, so it is told first to show nothing of the applicant.
 * `fingerprints`: what was registered of the applicant, sealed; `names`: what named the application in the keeper's files
 * until a moment ago.
 */
export async function reportSearch(
  session: ApplicantSession,
  record: ApplicationRecord,
  fingerprints: readonly Uint8Array[],
  { roots, names, days }: SearchOrder,
): Promise<void> {
  session.tellEnded();
  await session.searchRehearsed();
  const { today } = session.status();
  const own = [...ownNames(session.status()), ...days];
  const where = { roots, sessionFolder: session.sessionFolder, names, own };
  const search = await searchOwnValues(record, fingerprints, where, today).catch((error: unknown) => {
    // A search that broke proves nothing: `void` locks intake and the clerk sees it.
    session.onBug('search of own values', error);
    return { kind: 'void' as const };
  });
  record.key.fill(0);
  record.lookUpKey.fill(0);
  await session.keeper.call('erased', { search });
}

/** Names in clear that stand in the kiosk's own files and are no applicant's. */
function ownNames({ kioskName, staffNames }: KioskStatus): readonly string[] {
  return [kioskName ?? '', ...staffNames];
}
