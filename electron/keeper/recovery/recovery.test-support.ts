import { join } from 'node:path';
import { expect } from 'vitest';
import type { Answer } from '../../../shared/contract/declare.ts';
import type { WayOn } from '../../../shared/misfit/misfit.ts';
import { testClock } from '../clock.test-support.ts';
import { openedCustody, slotPathOfTest } from '../custody/custody.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { approvalOf } from '../staff/actor.test-support.ts';
import { BERTA } from '../staff/staff.test-support.ts';
import { createStaff } from '../staff/staff.ts';
import { staffEntry } from '../staff/staff-entry.ts';
import type { StaffEvent } from '../staff/staff-event.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { codesObstacle } from './codes-obstacle.ts';
import { endKnownCodes } from './end-known-codes.ts';
import { recoveryCalls } from './recovery-calls.ts';
import { createRecoveryRows } from './recovery-rows.ts';

export const NOON = Date.UTC(2026, 10, 24, 12);
export const WRONG = '0123 4567 89AB CDEF GHJK';
export const OCTAVIA = { name: 'Octavia Farthing', passphrase: 'walnut harpoon tundra fiddle' };
export const LEOPOLD = { name: 'Leopold Sandgrove', passphrase: 'quarry bonnet saffron lemur' };
export const done = { ok: true, value: {} };
export const refused = (kind: string) =>
  expect.objectContaining({ error: expect.objectContaining({ kind }) });

export type RecoveryStage = ReturnType<typeof stageOn>;

/** Recovery codes on a real vault, ledger and file of keys. `adjust`: what comes in between when the staff is recorded. */
export function stageOn(
  path: string,
  slotPath = slotPathOfTest(workingFolder()),
  adjust: (event: StaffEvent) => void = () => undefined,
) {
  const vault = newVault(path);
  const clock = testClock({ now: NOON });
  const custody = openedCustody(slotPath, vault.openIds());
  const out = outboxOn(vault, clock);
  const recovery = createRecoveryRows(vault.database);
  const staff = createStaff({
    database: vault.database,
    elapsed: clock.uptime,
    uptime: clock.uptime,
    lockAfterMinutes: 5,
    deviceKey: () => custody.deviceKey(),
    kioskName: () => 'Counter 3',
    supervisorLeft: (member) =>
      endKnownCodes({ recovery, database: vault.database, ledger: out.ledger }, member),
    placesLeft: () => 0,
    record(event) {
      out.outbox.enqueue([staffEntry(event, clock.now())]);
      adjust(event);
    },
  });
  const held: { holds: number; wayOn: WayOn | null; byLedger: number } = {
    ...{ holds: 0, wayOn: null, byLedger: 0 },
  };
  const port = {
    ...{ staff, custody, recovery, outbox: out.outbox },
    screens: { refresh: () => undefined },
    keyAtRecovery: { begin: () => undefined, end: () => undefined, lend: () => undefined },
    obstacle: () =>
      codesObstacle({
        ...{ recovery, vault, custody },
        filesFit: { now: () => (held.wayOn === null ? null : { wayOn: held.wayOn }) },
        holds: { all: () => Array.from({ length: held.holds }) },
        found: { ledger: { holds: { size: held.byLedger } } },
      }),
    whatIsThere: {
      destroyKeys: () => custody.applications().every((application) => custody.destroy(application)),
      end: () => vault.openIds().forEach(vault.remove),
    },
  };
  return {
    ...{ vault, clock, custody, staff, recovery, held, path, slotPath, ...out },
    calls: recoveryCalls(port),
    /** The calls of another session of the same kiosk. */
    otherCalls: () => recoveryCalls(port),
    signIn: ({ name, passphrase }: { readonly name: string; readonly passphrase: string }) =>
      staff.signIn(name, passphrase, (deviceKey) => void custody.unlock(deviceKey)),
    /** The files of the kiosk, as they lie there now. */
    files: () => [
      path,
      `${path}-journal`,
      join(out.folder, 'ledger.db'),
      join(out.folder, 'ledger.db-journal'),
      slotPath,
    ],
  };
}

export function must<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

/** What Dora approves, so that nobody gets both codes alone. */
export const SECOND_CODE = approvalOf({ act: 'drawSecondRecoveryCode' });

/** What Dora approves, so that nobody ends both codes alone. */
export const NO_CODES = approvalOf({ act: 'declineRecoveryCodes' });

/** Berta makes two codes, which two people write down and type back, and leaves. `approved`: by the second one. */
export async function withCodes(
  stage: RecoveryStage,
  approved = SECOND_CODE,
): Promise<readonly [string, string]> {
  must(await stage.signIn(BERTA));
  const first = must(await stage.calls.drawFirstRecoveryCode({})).code;
  must(await stage.calls.confirmRecoveryCode({ place: 1, typed: first }));
  const second = must(await stage.calls.drawSecondRecoveryCode({}, approved)).code;
  must(await stage.calls.confirmRecoveryCode({ place: 2, typed: second }));
  stage.staff.signOut();
  return [first, second];
}

/** Octavia and Leopold come with these codes. */
export function recover({ calls }: Pick<RecoveryStage, 'calls'>, one: string, other: string) {
  return calls.recoverStaff({ first: { ...OCTAVIA, code: one }, second: { ...LEOPOLD, code: other } });
}
