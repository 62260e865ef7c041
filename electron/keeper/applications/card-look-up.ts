import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type CardHashes, openLookUp } from '../../lib/look-up/card-hashes.ts';
import { randomKey } from '../custody/guarded.ts';

/**
 * Which printed card belongs to which open application. In this process's memory only, under a key that is
 * random at every start: no file ever holds a hash against which numbers could be tried.
 */
export interface CardLookUp {
  /** The key of this start, for a core that hashes what was scanned. A copy: the core's side zeroes it. */
  key(): Uint8Array;
  remember(application: ApplicationId, hashes: CardHashes): void;
  /** Makes the hashes again after a restart, from what the core sealed under the application's own key. */
  recall(
    application: ApplicationId,
    key: Uint8Array,
    sealed: Uint8Array,
  ): Result<null, { readonly kind: 'tampered' | 'not-understood' }>;
  /** Applications with this number, or with these last four characters. */
  find(hash: string): readonly ApplicationId[];
  of(application: ApplicationId): CardHashes | null;
  forget(application: ApplicationId): void;
  /** Zeroes the key. */
  close(): void;
}

/** An empty look-up with a key of its own. */
export function createCardLookUp(): CardLookUp {
  const lookUpKey = randomKey();
  const known = new Map<ApplicationId, CardHashes>();
  return {
    key: () => Uint8Array.from(lookUpKey),
    remember: (application, hashes) => void known.set(application, hashes),
    recall(application, key, sealed) {
      const hashes = openLookUp(key, application, sealed, lookUpKey);
      if (!hashes.ok) return hashes;
      known.set(application, hashes.value);
      return ok(null);
    },
    find: (hash) =>
      [...known]
        .filter(([, { full, lastFour }]) => full === hash || lastFour === hash)
        .map(([application]) => application),
    of: (application) => known.get(application) ?? null,
    forget: (application) => void known.delete(application),
    close() {
      known.clear();
      lookUpKey.fill(0);
    },
  };
}
