import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readRecoveryCode } from '../../../shared/staff/recovery-code.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { KeyAtRecovery } from '../signing/key-at-recovery.ts';
import { type ActorsPort, type ApprovableHandlers, secondOf, signedInActor } from '../staff/actor.ts';
import type { CodesOfTwo, CodesUnusable, RecoveryFailure, TwoPeople } from '../staff/recover-staff.ts';
import { createCodeDraft } from './code-draft.ts';
import { areCodes } from './hash-code.ts';
import type { RecoveryRows } from './recovery-rows.ts';

type RecoveryCalls = Pick<
  Handlers<typeof keeperCalls>,
  'declineRecoveryCodes' | 'drawFirstRecoveryCode' | 'confirmRecoveryCode' | 'recoverStaff'
> &
  Pick<ApprovableHandlers, 'drawSecondRecoveryCode'>;

/** What recovery codes need of the kiosk. */
export interface RecoveryPort {
  readonly staff: ActorsPort['staff'] & {
    recover(people: TwoPeople, codes: CodesOfTwo): Promise<Result<null, RecoveryFailure>>;
  };
  readonly recovery: RecoveryRows;
  readonly vault: { openIds(): readonly ApplicationId[] };
  readonly custody: { applications(): readonly ApplicationId[]; forgetDeviceKey(): void };
  readonly holds: { all(): readonly unknown[] };
  readonly outbox: Outbox;
  readonly screens: { refresh(): void };
  readonly keyAtRecovery: KeyAtRecovery;
}

/** Makes recovery codes or does without, and lets two people use them. */
export function recoveryCalls(port: RecoveryPort): RecoveryCalls {
  const { staff, recovery, outbox, screens } = port;
  const draft = createCodeDraft();
  return {
    declineRecoveryCodes() {
      const by = signedInActor(port).member;
      outbox.record(({ utc }) => {
        recovery.decline(utc);
        return { kind: 'recovery-decided', utc, by, codes: 'none' };
      });
      screens.refresh();
      return ok({});
    },
    async drawFirstRecoveryCode() {
      const drawn = await draft.drawFirst(signedInActor(port).member);
      return drawn.ok ? ok({ code: drawn.value }) : drawn;
    },
    async drawSecondRecoveryCode(_input, approval) {
      const drawn = await draft.drawSecond(signedInActor(port).member, secondOf(approval).member);
      return drawn.ok ? ok({ code: drawn.value }) : drawn;
    },
    async confirmRecoveryCode({ place, typed }) {
      const by = signedInActor(port).member;
      const here = staff.signedIn()?.member;
      const confirmed = await draft.confirm(by, place, typed);
      if (!confirmed.ok) return confirmed;
      // Whoever left while the code was hashed has cancelled.
      if (staff.signedIn()?.member !== here) return err({ kind: 'not-now' });
      const made = confirmed.value;
      if (made === null) return ok({});
      outbox.record(({ utc }) => {
        recovery.keep(made.codes, utc);
        return { kind: 'recovery-made', utc, by, second: made.second };
      });
      screens.refresh();
      return ok({});
    },
    async recoverStaff({ first, second }) {
      try {
        const done = await staff.recover([first, second], codesOfTwo(port, first.code, second.code));
        return done.ok ? ok({}) : err(done.error);
      } finally {
        outbox.flush();
        screens.refresh();
      }
    },
  };
}

function codesOfTwo(port: RecoveryPort, typed: string, alsoTyped: string): CodesOfTwo {
  const { recovery, custody, outbox, keyAtRecovery } = port;
  return {
    unusable: () => whyUnusable(port),
    async areRight() {
      const [one, other, kept] = [readRecoveryCode(typed), readRecoveryCode(alsoTyped), recovery.codes()];
      return kept !== null && one.ok && other.ok && (await areCodes([one.value, other.value], kept));
    },
    end() {
      recovery.use(outbox.now().utc);
      // Should this not be written after all, nobody is signed in and there is no key: the next sign-in brings it back.
      custody.forgetDeviceKey();
      keyAtRecovery.end();
    },
    lend: keyAtRecovery.lend,
  };
}

/** What would be opened by whoever comes in: as long as there is anything, the codes are not even looked at. */
function whyUnusable({ recovery, holds, vault, custody }: RecoveryPort): CodesUnusable | null {
  if (recovery.codes() === null) return { kind: 'not-now' };
  if (holds.all().length > 0) return { kind: 'recovery-under-hold' };
  // Also a key whose application has ended and that is not destroyed yet.
  const isAnythingThere = vault.openIds().length > 0 || custody.applications().length > 0;
  return isAnythingThere ? { kind: 'applications-open' } : null;
}
