import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readRecoveryCode } from '../../../shared/staff/recovery-code.ts';
import type { Outbox } from '../outbox/outbox.ts';
import {
  type ActorsPort,
  type ApprovableHandlers,
  actorOf,
  secondOf,
  signedInActor,
} from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import type { CodesOfTwo, CodesUnusable, RecoveryFailure, TwoPeople } from '../staff/recover-staff.ts';
import { createCodeDraft } from './code-draft.ts';
import { areCodes } from './hash-code.ts';
import type { RecoveryRows } from './recovery-rows.ts';

type RecoveryCalls = Pick<
  Handlers<typeof keeperCalls>,
  'drawFirstRecoveryCode' | 'confirmRecoveryCode' | 'recoverStaff'
> &
  Pick<ApprovableHandlers, 'declineRecoveryCodes' | 'drawSecondRecoveryCode'>;

/** What recovery codes need of the kiosk. */
export interface RecoveryPort {
  readonly staff: ActorsPort['staff'] & {
    recover(people: TwoPeople, codes: CodesOfTwo): Promise<Result<null, RecoveryFailure>>;
  };
  readonly recovery: RecoveryRows;
  readonly custody: { forgetDeviceKey(): void };
  readonly outbox: Outbox;
  readonly screens: { refresh(): void };
  readonly keyAtRecovery: { begin(): void; end(): void; lend(deviceKey: Buffer): void };
  /** Why codes are not looked at now, whatever they are: see `codesObstacle`. */
  obstacle(): CodesUnusable | null;
  /** What is there where codes work: nothing, but where files do not fit. */
  readonly whatIsThere: {
    /** Its keys. False: one is not overwritten for certain. */
    destroyKeys(): boolean;
    /** Its rows, inside the transaction that writes the new staff. */
    end(): void;
  };
}

/** Makes recovery codes or does without, and lets two people use them. */
export function recoveryCalls(port: RecoveryPort): RecoveryCalls {
  const { staff, recovery, outbox, screens } = port;
  const draft = createCodeDraft();
  return {
    declineRecoveryCodes(_input, approval) {
      // Two made them: nobody takes the way in from the others alone.
      const areTwo =
        signedInActor(port).role === 'supervisor' && covers(approval, { act: 'declineRecoveryCodes' });
      if (recovery.codes() !== null && !areTwo) return err({ kind: 'not-allowed' });
      const by = actorOf(port, approval).member;
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
  const { recovery, custody, outbox, keyAtRecovery, whatIsThere } = port;
  return {
    unusable: port.obstacle,
    async areRight() {
      const [one, other, kept] = [readRecoveryCode(typed), readRecoveryCode(alsoTyped), recovery.codes()];
      return kept !== null && one.ok && other.ok && (await areCodes([one.value, other.value], kept));
    },
    destroyKeys() {
      keyAtRecovery.begin();
      return whatIsThere.destroyKeys();
    },
    end() {
      whatIsThere.end();
      recovery.use(outbox.now().utc);
      // Should this not be written after all, nobody is signed in and there is no key: the next sign-in brings it back.
      custody.forgetDeviceKey();
      keyAtRecovery.end();
    },
    lend: keyAtRecovery.lend,
  };
}
