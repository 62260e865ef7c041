import sodium from 'sodium-native';
import type { CustodyKind, SealRefusal } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SlotFileFailure } from './file-failure.ts';
import { KEY_BYTES, randomKey } from './guarded.ts';
import { createDeviceKey, createKeysInMemory, type KeysInMemory } from './keys-in-memory.ts';
import { openSealedSlots, type SealedSlots, type SealFailure } from './sealed-slots.ts';

export type { SealFailure } from './sealed-slots.ts';

/** Lends the keys of open applications. */
export interface KeyReader {
  /**
   * The guarded memory itself, to be written into one message at once. Never keep it, copy it or zero it: a
   * copy would outlive the key in this process (a test found one that did). `locked`: its slot waits for the
   * device key. `no-key`: also for a slot that the device key did not open.
   */
  open(
    application: ApplicationId,
  ): Result<Uint8Array, { readonly kind: 'no-key' } | { readonly kind: 'locked' }>;
}

/**
 * Keeps one key for each open application and destroys it: in guarded memory alone, which a pulled
 * plug forgets, or besides in a sealed slot on the disk, from which it comes back under the device key.
 */
export interface Custody extends KeyReader {
  /**
   * Where the application's key is, or null if there is none. `sealed` also where a slot is damaged or could
   * not be overwritten for certain: something is there that has to be destroyed.
   */
  kindOf(application: ApplicationId): CustodyKind | null;
  /** A new random key. `sealed`: on the disk for certain when it returns. After a failure there is none. */
  create(application: ApplicationId, kind: CustodyKind): Result<null, SealFailure>;
  /**
   * Moves a key from memory to a sealed slot (legal hold); on the disk for certain when it returns. Sealed
   * already: ok. After a failure the key is in memory as before. Throws if there is no key.
   */
  seal(application: ApplicationId): Result<null, SealFailure>;
  /**
   * Destroys the key wherever it is, with or without the device key. False: its slot could not be proven
   * overwritten (then it has still gone from memory, and this may be tried again). Nothing there: true.
   */
  destroy(application: ApplicationId): boolean;
  /** Whether there is anything to destroy. */
  has(application: ApplicationId): boolean;
  /** Applications that have a slot or a key in memory. */
  applications(): readonly ApplicationId[];
  /**
   * Opens the slots' keys into guarded memory. Copies the device key into guarded memory of its own; the
   * caller zeroes what it has. Damaged slots are left as they are. A second call opens nothing, and its
   * damaged ones are those that are left from the first.
   */
  unlock(deviceKey: Uint8Array): { readonly opened: number; readonly damaged: readonly ApplicationId[] };
  unlocked(): boolean;
  /** Lends the device key itself, to be wrapped under a new passphrase; null while locked. */
  deviceKey(): Buffer | null;
  /**
   * Zeroes the device key; the next `unlock` brings another one. @throws while there is a key or a slot: what the old one
   * has sealed would never open again.
   */
  forgetDeviceKey(): void;
  /** Makes the slot file, empty, where there is none: from then on a kiosk whose file is gone has lost it. */
  prepare(): Result<null, SealFailure>;
  /** Whether keys can be sealed where the slot file lies or would lie. */
  sealable(): Result<null, SealRefusal>;
  /** Zeroes every key in memory and closes the file; what is sealed stays. */
  close(): void;
}

/**
 * Opens the custody. The slot file need not exist: `prepare` or the first sealed key makes it.
 *
 * @param options.live The open applications of the vault that are not being wiped. Every slot of any other is
 * overwritten: what a crash left of a wipe is finished here, before anybody signs in. Null: the kiosk's files do not fit together, so
 * nobody knows. Then no slot is overwritten but by `destroy`, and none is opened, whatever passphrase brings the device key.
 */
export function openCustody(options: {
  readonly slotPath: string;
  readonly live: ReadonlySet<ApplicationId> | null;
}): Result<Custody, SlotFileFailure> {
  const slots = openSealedSlots(options.slotPath, options.live);
  return slots.ok ? ok(custodyOf(slots.value, options.live !== null)) : slots;
}

function kindIn(slots: SealedSlots, keys: KeysInMemory, application: ApplicationId): CustodyKind | null {
  const state = slots.stateOf(application);
  if (state === 'whole') return 'sealed';
  if (keys.has(application)) return 'memory';
  return state === 'remnant' ? 'sealed' : null;
}

/** Slots that the device key did not open. A remnant is none of them: its key was destroyed, or never used, and must not come back. */
function unopened(slots: SealedSlots, keys: KeysInMemory): readonly ApplicationId[] {
  return slots.applications().filter((id) => slots.stateOf(id) === 'whole' && !keys.has(id));
}

/** Opens into memory what can be opened, and answers how many that were. */
function openAll(slots: SealedSlots, keys: KeysInMemory, under: Buffer): number {
  let opened = 0;
  for (const application of unopened(slots, keys)) {
    const key = sodium.sodium_malloc(KEY_BYTES);
    if (!slots.open(application, under, key)) continue;
    keys.keep(application, key);
    opened += 1;
  }
  return opened;
}

function custodyOf(slots: SealedSlots, mayOpen: boolean): Custody {
  const keys = createKeysInMemory();
  const deviceKey = createDeviceKey();

  function seal(application: ApplicationId): Result<null, SealFailure> {
    if (slots.stateOf(application) === 'whole') return ok(null);
    const key = keys.of(application);
    if (key === null) throw new Error('the application has no key');
    const under = deviceKey.now();
    return under === null ? err({ kind: 'locked' }) : slots.write(application, key, under);
  }

  const kindOf = (application: ApplicationId) => kindIn(slots, keys, application);
  const applications = () => [...new Set([...slots.applications(), ...keys.applications()])];

  return {
    kindOf,
    create(application, kind) {
      if (keys.has(application) || slots.stateOf(application) === 'whole') {
        throw new Error('the application has a key already');
      }
      keys.keep(application, randomKey());
      const sealed: Result<null, SealFailure> = kind === 'sealed' ? seal(application) : ok(null);
      if (!sealed.ok) keys.forget(application);
      return sealed;
    },
    seal,
    open(application) {
      const key = keys.of(application);
      if (key !== null) return ok(key);
      const waits = deviceKey.now() === null && slots.stateOf(application) === 'whole';
      return err({ kind: waits ? 'locked' : 'no-key' });
    },
    destroy(application) {
      // Memory first: whatever the disk says, nothing is opened with this key any more.
      keys.forget(application);
      return slots.erase(application);
    },
    has: (application) => kindOf(application) !== null,
    applications,
    unlock(given) {
      const under = deviceKey.now() === null ? deviceKey.take(given) : null;
      if (!mayOpen) return { opened: 0, damaged: [] };
      const opened = under === null ? 0 : openAll(slots, keys, under);
      return { opened, damaged: unopened(slots, keys) };
    },
    unlocked: () => deviceKey.now() !== null,
    deviceKey: () => deviceKey.now(),
    forgetDeviceKey() {
      if (applications().length > 0) throw new Error('the device key is still needed');
      deviceKey.zero();
    },
    prepare: slots.prepare,
    sealable() {
      const refusal = slots.refusal();
      return refusal === null ? ok(null) : err(refusal);
    },
    close() {
      for (const application of keys.applications()) keys.forget(application);
      deviceKey.zero();
      slots.close();
    },
  };
}
