import type { ApplicationId, WipeId } from '../../../shared/contract/ids.ts';
import type { CardHashes } from '../../lib/look-up/card-hashes.ts';
import type { JobRow } from '../printing/job-rows.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';

/** The wipes under way, each by its application. */
interface WipesByApplication {
  readonly wipes: { of(application: ApplicationId): WipeRow };
}

/** Where an application is named. */
export interface NamesPort {
  readonly vault: ApplicationReader & WipesByApplication;
  readonly jobRows: { of(owner: ApplicationId | WipeId): readonly JobRow[] };
  readonly cardLookUp: { of(application: ApplicationId): CardHashes | null };
}

/**
 * Everything by which this kiosk tells an application from others: its random id, the names of its jobs, and the
 * hashes of its card. None of it says who the person is; together with a card or a log of a printer it would.
 */
export function namesOf(
  { vault, jobRows, cardLookUp }: NamesPort,
  application: ApplicationId,
): readonly string[] {
  const hashes = cardLookUp.of(application);
  return [
    ...new Set([
      application,
      ...[vault.stored(application)?.job ?? []].flat(),
      ...jobRows.of(application).map(({ name }) => name),
      ...(hashes === null ? [] : [hashes.full, hashes.lastFour]),
    ]),
  ];
}

/**
 * Those of the names that must be found nowhere, now that its wipe has begun. Not what the wipe still needs: as long
 * as a printer is off, the names of its jobs there; and none where the key's slot or the rows, which say whose they
 * are, are still there: that is a failed step by itself.
 */
export function namesToFindNowhere(
  {
    vault,
    jobRows,
  }: {
    readonly vault: WipesByApplication;
    readonly jobRows: { of(owner: ApplicationId | WipeId): readonly JobRow[] };
  },
  application: ApplicationId,
  names: readonly string[],
): readonly string[] {
  const wipe = vault.wipes.of(application);
  if (!wipe.done.includes('key-destroyed') || !wipe.done.includes('rows-deleted')) return [];
  const needed = new Set<string>(jobRows.of(wipe.id).map(({ name }) => name));
  return names.filter((name) => !needed.has(name));
}
