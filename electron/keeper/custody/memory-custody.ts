import sodium from 'sodium-native';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** Keeps one key for each open application and destroys it (DESIGN 5). */
export interface Custody {
  readonly kind: 'memory';
  create(application: ApplicationId): void;
  /**
   * The guarded memory itself, to be written into one message at once. Never keep it, copy it or zero it: a
   * copy would outlive the key in this process (a test found one that did).
   */
  open(application: ApplicationId): Result<Uint8Array, { readonly kind: 'no-key' }>;
  /** Destroys the key. Destroying one that is not there is no error: the goal is reached. */
  destroy(application: ApplicationId): void;
  has(application: ApplicationId): boolean;
}

const KEY_BYTES = 32;

/**
 * Keys in locked, guarded memory of this process (`sodium_malloc`: never swapped, never in a core dump).
 * Pulling the plug forgets every open application: that is this custody's promise.
 */
export function createMemoryCustody(): Custody {
  const keys = new Map<ApplicationId, Buffer>();
  return {
    kind: 'memory',
    create(application) {
      if (keys.has(application)) throw new Error('the application has a key already');
      const key = sodium.sodium_malloc(KEY_BYTES);
      sodium.randombytes_buf(key);
      keys.set(application, key);
    },
    open(application) {
      const key = keys.get(application);
      return key === undefined ? err({ kind: 'no-key' }) : ok(key);
    },
    destroy(application) {
      const key = keys.get(application);
      if (key === undefined) return;
      sodium.sodium_memzero(key);
      // The memory itself is given back, guarded pages and all, when the collector drops the last reference.
      keys.delete(application);
    },
    has: (application) => keys.has(application),
  };
}
