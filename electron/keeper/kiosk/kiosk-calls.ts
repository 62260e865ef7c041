import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { CheckId } from '../../../shared/doctor/check-id.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { sealFailureAsRefusal } from '../applications/intake.ts';
import type { SealFailure } from '../custody/custody.ts';
import type { Outbox } from '../outbox/outbox.ts';
import {
  type ActorsPort,
  type ApprovableHandlers,
  actorOf,
  hasSupervisor,
  secondOf,
  signedInActor,
} from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import type { WipeOversight } from '../wipe/wipe-parts.ts';
import type { KioskRow } from './kiosk-row.ts';

type GoLiveCalls = Pick<ApprovableHandlers, 'decideCustody'>;
type KioskCalls = Pick<Handlers<typeof keeperCalls>, 'confirmTray' | 'retryWipe'> &
  Pick<ApprovableHandlers, 'closeWipe'>;

/** What going live needs of the kiosk. */
export interface GoLivePort extends ActorsPort {
  readonly kiosk: KioskRow;
  readonly custody: { prepare(): Result<null, SealFailure> };
  /** Whether it goes live on this computer, and in spite of what (`examineForGoLive`). */
  examine(inSpiteOf: readonly CheckId[]): Promise<Result<readonly CheckId[], Refusal>>;
  readonly outbox: Outbox;
  readonly screens: { refresh(): void };
  readonly use: KioskUse;
  readonly preset: { readonly custody: CustodyKind | null };
}

/** Where the kiosk keeps keys: the act with which it goes live. */
export function goLiveCalls(port: GoLivePort): GoLiveCalls {
  return {
    async decideCustody({ custody, inSpiteOf }, approval) {
      const act = { act: 'decideCustody', inSpiteOf } as const;
      if (!hasSupervisor(port, approval, act)) return err({ kind: 'not-allowed' });
      if (port.kiosk.read() === null) return err({ kind: 'not-now' });
      // What failed is taken upon themselves by two supervisors, of whom the second approved exactly this.
      const isOfTwo = signedInActor(port).role === 'supervisor' && covers(approval, act);
      if (inSpiteOf.length > 0 && !isOfTwo) return err({ kind: 'not-a-second-person' });
      // The screen offers nothing else then.
      if (port.preset.custody !== null && port.preset.custody !== custody) return err({ kind: 'malformed' });
      // Residents are served by rules that somebody answers for with a signature.
      if (port.use === 'residents' && port.kiosk.programmeKey() === null)
        return err({ kind: 'no-program-key' });
      // Whose act it is is said before anything takes time: it is theirs, even if they leave meanwhile.
      const by = actorOf(port, approval).member;
      const second = inSpiteOf.length > 0 ? secondOf(approval).member : NOBODY;
      const examined = await port.examine(inSpiteOf);
      if (!examined.ok) return examined;
      // The file comes before the decision: a start that finds the decision without it knows that it was lost.
      const possible = custody === 'sealed' ? port.custody.prepare() : ok(null);
      if (!possible.ok) return err(sealFailureAsRefusal(possible.error));
      port.outbox.record(({ utc }) => {
        port.kiosk.setCustody(custody);
        // A rehearsal never goes live: its ledger says what it is, and no kiosk for residents opens it.
        const kind = port.use === 'rehearsal' ? 'rehearsal-began' : 'custody-decided';
        return [
          { kind, utc, by, custody },
          ...examined.value.map((check) => ({ kind: 'live-in-spite' as const, utc, by, second, check })),
        ];
      });
      port.screens.refresh();
      return ok({});
    },
  };
}

/** What acts on tray and wipes need of the kiosk. */
export interface KioskPort extends ActorsPort {
  readonly trayChecks: { confirm(): void };
  readonly wipes: WipeOversight;
  readonly endings: { closed(application: ApplicationId): void };
  readonly screens: { refresh(): void };
}

/** Acts of staff on what applications have left in tray and kiosk. */
export function kioskCalls(port: KioskPort): KioskCalls {
  return {
    confirmTray() {
      port.trayChecks.confirm();
      port.screens.refresh();
      return ok({});
    },
    async retryWipe() {
      await port.wipes.retry();
      port.screens.refresh();
      return ok({});
    },
    closeWipe({ reason }, approval) {
      const closed = port.wipes.close({ by: actorOf(port, approval).member, reason });
      if (!closed.ok) return closed;
      port.endings.closed(closed.value);
      port.screens.refresh();
      return ok({});
    },
  };
}
