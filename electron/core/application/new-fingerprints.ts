import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicationRecord } from './record.ts';

/** Fingerprints on their way into the vault. */
export interface NewFingerprints {
  /** Null: there are none. */
  readonly sealed: Uint8Array | null;
  /** The vault has them now: the search gets them back from there. */
  kept(): void;
}

/**
 * Seals the fingerprints of what this session made and has not handed over yet, so that a later session of the same
 * application can search for it.
 */
export function newFingerprints({ made, key, application }: ApplicationRecord): NewFingerprints {
  const { length } = made;
  if (length === 0) return { sealed: null, kept: () => undefined };
  return {
    sealed: sealContent(key, application, 'windows', { product: 'preview', windows: made }),
    kept: () => void made.splice(0, length),
  };
}
