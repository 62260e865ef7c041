import sodium from 'sodium-native';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { guardedCopy } from './guarded.ts';

/** The keys of open applications in guarded memory. Each is zeroed before it is let go of. */
export interface KeysInMemory {
  has(application: ApplicationId): boolean;
  of(application: ApplicationId): Buffer | null;
  keep(application: ApplicationId, key: Buffer): void;
  forget(application: ApplicationId): void;
  applications(): readonly ApplicationId[];
}

export function createKeysInMemory(): KeysInMemory {
  const keys = new Map<ApplicationId, Buffer>();
  return {
    has: (application) => keys.has(application),
    of: (application) => keys.get(application) ?? null,
    keep: (application, key) => void keys.set(application, key),
    forget(application) {
      const key = keys.get(application);
      if (key !== undefined) sodium.sodium_memzero(key);
      keys.delete(application);
    },
    applications: () => [...keys.keys()],
  };
}

/** The device key in guarded memory of its own, from a sign-in on. */
export interface DeviceKey {
  /** Null while locked. */
  now(): Buffer | null;
  /** Copies it; whoever gives it zeroes what they have. */
  take(given: Uint8Array): Buffer;
  zero(): void;
}

export function createDeviceKey(): DeviceKey {
  let key: Buffer | null = null;
  return {
    now: () => key,
    take(given) {
      key = guardedCopy(given);
      return key;
    },
    zero() {
      if (key !== null) sodium.sodium_memzero(key);
      key = null;
    },
  };
}
