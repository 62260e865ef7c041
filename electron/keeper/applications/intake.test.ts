import { describe, expect, it } from 'vitest';
import type { CustodyKind, SealRefusal } from '../../../shared/contract/custody.ts';
import type { Shortage } from '../../../shared/contract/refusals.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';
import { err, ok } from '../../../shared/result.ts';
import type { IntakeVerdict } from '../holds/verdict.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { WipeFailure } from '../wipe/wipe-parts.ts';
import type { SelectionsState } from '../x-display/selections.ts';
import { createIntake } from './intake.ts';
import { createIntakeState, intakeStatus } from './intake-state.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const FAILED: WipeFailure = {
  ...{ step: 'searched', foundDetails: true, attempts: 1 },
  ...{ retryAt: null, keyDestroyed: true },
};
const FULL: Shortage = { place: 'disk', freeMegabytes: 4, neededMegabytes: 5 };

interface Now {
  failure: WipeFailure | null;
  custody: CustodyKind | null;
  holds: IntakeVerdict;
  isSuspended: boolean;
  missingOrder: number | null;
  doubt: DateDoubt | null;
  shortage: Shortage | null;
  isPackedUp: boolean;
  isMisfit: boolean;
  unwritten: boolean;
  /** Whether a disk takes now what it did not. */
  isWritable: boolean;
  cannotSeal: SealRefusal | null;
  display: SelectionsState;
}

/** A kiosk that is live, with nothing in the way. */
function stage() {
  const { database } = newVault();
  const now: Now = {
    ...{ failure: null, custody: 'memory', doubt: null, shortage: null, cannotSeal: null },
    ...{
      isPackedUp: false,
      isMisfit: false,
      unwritten: false,
      isWritable: false,
      display: { kind: 'empty' },
    },
    ...{ holds: { isStopped: false, keepsNewOnes: false }, isSuspended: false, missingOrder: null },
  };
  const trayChecks = createTrayChecks(database);
  const holds = { intake: () => now.holds };
  const intakeState = createIntakeState({
    ...{ holds, clock: { now: () => NOON } },
    filesFit: { isClosed: () => now.isMisfit },
    wipes: { failure: () => now.failure },
    kiosk: { read: () => ({ custody: now.custody }) },
    packing: { isOn: () => now.isPackedUp },
    suspensions: { stopsIntake: () => now.isSuspended },
    newestOrder: { missing: () => now.missingOrder },
  });
  const intake = createIntake(
    {
      ...{ intakeState, holds },
      time: { doubt: () => now.doubt },
      trayChecks,
      space: { shortage: () => now.shortage },
      disk: {
        writeAgain() {
          if (now.isWritable) now.unwritten = false;
        },
        fails: () => now.unwritten,
      },
      selections: { examine: () => Promise.resolve(now.display) },
    },
    {
      database,
      custody: { sealable: () => (now.cannotSeal === null ? ok(null) : err(now.cannotSeal)) },
    },
  );
  return { now, trayChecks, intake, status: () => intakeStatus(intakeState) };
}

describe('intake', () => {
  it('says one reason, the gravest first, until nothing is in the way', () => {
    const { now, trayChecks, intake } = stage();
    Object.assign(now, { isPackedUp: true, missingOrder: 8, isMisfit: true });
    Object.assign(now, { failure: FAILED, custody: null, doubt: 'ahead', shortage: FULL, unwritten: true });
    now.holds = { isStopped: true, keepsNewOnes: true };
    now.isSuspended = true;
    trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
    const ways: readonly (readonly [kind: string, put: () => void])[] = [
      ['files-misfit', () => Object.assign(now, { isMisfit: false })],
      ['intake-locked', () => Object.assign(now, { failure: null })],
      ['custody-undecided', () => Object.assign(now, { custody: 'memory' })],
      ['intake-held', () => Object.assign(now, { holds: { isStopped: false, keepsNewOnes: false } })],
      ['packed-up', () => Object.assign(now, { isPackedUp: false })],
      ['order-missing', () => Object.assign(now, { missingOrder: null })],
      ['intake-suspended', () => Object.assign(now, { isSuspended: false })],
      ['date-unconfirmed', () => Object.assign(now, { doubt: null })],
      ['tray-unchecked', () => trayChecks.confirm()],
      ['disk-nearly-full', () => Object.assign(now, { shortage: null })],
      ['not-written', () => Object.assign(now, { unwritten: false })],
    ];
    for (const [kind, put] of ways) {
      expect(intake.admit()).toMatchObject({ ok: false, error: { kind } });
      put();
    }
    expect(intake.admit()).toEqual(ok('memory'));
  });

  it('is told to every session by the same reasons, and as open where only whoever comes next is kept out', () => {
    const { now, trayChecks, status } = stage();
    Object.assign(now, { isPackedUp: true, missingOrder: 8, custody: null, isSuspended: true });
    now.failure = { ...FAILED, attempts: 2, retryAt: NOON + 1_500 };
    now.holds = { isStopped: true, keepsNewOnes: true };
    Object.assign(now, { doubt: 'ahead', shortage: FULL, unwritten: true });
    trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
    const locked = { kind: 'locked', step: 'searched', foundDetails: true, attempts: 2, keyDestroyed: true };
    expect(status()).toEqual({ ...locked, retrySeconds: 2 });
    now.failure = { ...now.failure, retryAt: NOON - 1 };
    expect(status()).toMatchObject({ retrySeconds: 0 });
    now.failure = { ...now.failure, retryAt: null };
    expect(status()).toMatchObject({ retrySeconds: null });
    const ways: readonly (readonly [told: ReturnType<typeof status>, put: () => void])[] = [
      [{ kind: 'undecided' }, () => Object.assign(now, { custody: 'memory' })],
      [{ kind: 'held' }, () => Object.assign(now, { holds: { isStopped: false, keepsNewOnes: true } })],
      [{ kind: 'packed-up' }, () => Object.assign(now, { isPackedUp: false })],
      [{ kind: 'order-missing', serial: 8 }, () => Object.assign(now, { missingOrder: null })],
      [{ kind: 'suspended' }, () => Object.assign(now, { isSuspended: false })],
    ];
    now.failure = null;
    for (const [told, put] of ways) {
      expect(status()).toEqual(told);
      put();
    }
    expect(status()).toEqual({ kind: 'open' });
  });

  it('writes what a disk did not take before it refuses for that', () => {
    const { now, intake } = stage();
    now.unwritten = true;
    now.isWritable = true;
    expect(intake.admit()).toEqual(ok('memory'));
  });

  it('seals what begins under a hold on everything, where keys can be sealed', () => {
    const { now, intake } = stage();
    now.holds = { isStopped: false, keepsNewOnes: true };
    expect(intake.admit()).toEqual(ok('sealed'));
    now.cannotSeal = { kind: 'copy-on-write', fileSystem: 'btrfs' };
    expect(intake.admit()).toEqual(ok('memory'));
  });

  it('lets nobody type where a program keeps what is copied; where nobody can tell, it does', async () => {
    const { now, intake } = stage();
    expect(await intake.unsafe()).toBeNull();
    now.display = { kind: 'kept' };
    expect(await intake.unsafe()).toEqual({ kind: 'clipboard-kept' });
    now.display = { kind: 'cannot-tell', why: 'there is no X display on this machine' };
    expect(await intake.unsafe()).toBeNull();
  });
});
