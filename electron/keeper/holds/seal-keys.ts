import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId, HoldId, WipeId } from '../../../shared/contract/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { SealFailure } from '../custody/custody.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';

/** What moving keys to sealed custody needs of the kiosk. */
export interface SealKeysPort {
  readonly vault: { readonly wipes: { setCustody(wipe: WipeId, custody: CustodyKind): void } };
  readonly holds: { noteSealed(hold: HoldId, application: ApplicationId): void };
  readonly custody: {
    kindOf(application: ApplicationId): CustodyKind | null;
    prepare(): Result<null, SealFailure>;
    seal(application: ApplicationId): Result<null, SealFailure>;
  };
  /** The vault took no note of a key. */
  readonly diskLog: { failed(where: string, error: unknown): void };
}

/** What a hold keeps from the moment in which it is set. */
export interface KeptByHold {
  /** Open applications. */
  readonly frozen: readonly Pick<OpenApplicationRow, 'id'>[];
  /** Erasures that had begun, and that it stops. */
  readonly stopped: readonly Pick<WipeRow, 'id' | 'application'>[];
}

/**
 * Moves the keys of what a hold keeps to sealed custody, so that a power cut destroys nothing. Answers how many lie
 * there now. One that cannot be moved stays held all the same; the screens say what a power cut would do to it.
 */
export function sealKeys(port: SealKeysPort, hold: HoldId, { frozen, stopped }: KeptByHold): number {
  const keys = [
    ...frozen.map(
      ({ id }) =>
        () =>
          sealFrozen(port, hold, id),
    ),
    ...stopped.map((wipe) => () => sealStopped(port, wipe)),
  ];
  return keys.filter((seal) => isSealed(port, seal)).length;
}

/** A vault that takes no note of one key must keep neither the others from being sealed nor the hold from the ledger. */
function isSealed({ diskLog }: SealKeysPort, seal: () => boolean): boolean {
  try {
    return seal();
  } catch (error) {
    diskLog.failed('sealing keys for a hold', error);
    return false;
  }
}

function sealFrozen({ holds, custody }: SealKeysPort, hold: HoldId, application: ApplicationId): boolean {
  // An older vault may have it, and no slot: nobody has its key.
  if (custody.kindOf(application) === null) return false;
  if (!custody.seal(application).ok) return false;
  holds.noteSealed(hold, application);
  return true;
}

function sealStopped(
  { vault, custody }: SealKeysPort,
  { id, application }: Pick<WipeRow, 'id' | 'application'>,
): boolean {
  // It may have no key any more although its wipe has not written that down.
  if (custody.kindOf(application) !== 'memory') return custody.kindOf(application) === 'sealed';
  // The file before the row: once the row says that a key lies in it, no start goes on without it.
  if (!custody.prepare().ok) return false;
  // The row before the key: its receipt must not say that it was in memory only, wherever a crash comes in between.
  vault.wipes.setCustody(id, 'sealed');
  const sealed = custody.seal(application);
  // After a write that failed a part of it may lie there; after any other refusal nothing does.
  if (!sealed.ok && sealed.error.kind !== 'unwritable') vault.wipes.setCustody(id, 'memory');
  return sealed.ok;
}
