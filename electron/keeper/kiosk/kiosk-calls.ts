import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Handlers, InputOf } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { CheckId } from '../../../shared/doctor/check-id.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { sealFailureAsRefusal } from '../applications/intake.ts';
import type { SealFailure } from '../custody/custody.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import {
  type ActorsPort,
  type ApprovableHandlers,
  actorOf,
  hasSupervisor,
  secondOf,
  signedInActor,
} from '../staff/actor.ts';
import { type Approval, covers } from '../staff/approvals.ts';
import type { WipeOversight } from '../wipe/wipe-parts.ts';

type GoLiveCalls = Pick<ApprovableHandlers, 'decideCustody'>;
type KioskCalls = Pick<Handlers<typeof keeperCalls>, 'confirmTray' | 'retryWipe'> &
  Pick<ApprovableHandlers, 'closeWipe'>;

/** What going live needs of the kiosk. */
export interface GoLivePort extends ActorsPort {
  readonly kiosk: {
    read(): { readonly custody: CustodyKind | null } | null;
    programmeKey(): Uint8Array | null;
    setCustody(custody: CustodyKind): void;
  };
  readonly custody: { prepare(): Result<null, SealFailure> };
  /** Whether it goes live on this computer, and in spite of what (`examineForGoLive`). */
  examine(inSpiteOf: readonly CheckId[]): Promise<Result<readonly CheckId[], Refusal>>;
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
  readonly use: KioskUse;
  readonly preset: { readonly custody: CustodyKind | null };
}

/** Where the kiosk keeps keys: the act with which it goes live. */
export function goLiveCalls(port: GoLivePort): GoLiveCalls {
  return {
    async decideCustody(input, approval) {
      const refusal = whyNot(port, input, approval);
      if (refusal !== null) return err(refusal);
      const { custody, inSpiteOf } = input;
      // Whose act it is is said before anything takes time: it is theirs, even if they leave meanwhile.
      const by = actorOf(port, approval).member;
      const second = inSpiteOf.length > 0 ? secondOf(approval).member : NOBODY;
      const examined = await port.examine(inSpiteOf);
      if (!examined.ok) return examined;
      // Another session, or a second press, has decided it while the computer was looked at.
      if (!isUndecided(port)) return err({ kind: 'not-now' });
      // The file comes before the decision: a start that finds the decision without it knows that it was lost.
      const possible = custody === 'sealed' ? port.custody.prepare() : ok(null);
      if (!possible.ok) return err(sealFailureAsRefusal(possible.error));
      port.outbox.record(({ utc }) => {
        port.kiosk.setCustody(custody);
        return goLiveEntries(port.use, { utc, by, second, custody }, examined.value);
      });
      port.screens.refresh();
      return ok({});
    },
  };
}

/** Why nobody goes live by this call, before the computer is looked at; null: nothing is in the way. */
function whyNot(
  port: GoLivePort,
  { custody, inSpiteOf }: InputOf<typeof keeperCalls, 'decideCustody'>,
  approval: Approval | null,
): Refusal | null {
  const act = { act: 'decideCustody', custody, inSpiteOf } as const;
  if (!hasSupervisor(port, approval, act)) return { kind: 'not-allowed' };
  if (!isUndecided(port)) return { kind: 'not-now' };
  // What failed is taken upon themselves by two supervisors, of whom the second approved exactly this.
  const isOfTwo = signedInActor(port).role === 'supervisor' && covers(approval, act);
  if (inSpiteOf.length > 0 && !isOfTwo) return { kind: 'not-a-second-person' };
  // The screen offers nothing else then.
  if (port.preset.custody !== null && port.preset.custody !== custody) return { kind: 'malformed' };
  // Residents are served by rules that somebody answers for with a signature.
  const isUnsigned = port.use === 'residents' && port.kiosk.programmeKey() === null;
  return isUnsigned ? { kind: 'no-program-key' } : null;
}

/** The kiosk is set up, and nobody has decided: it goes live once. */
function isUndecided({ kiosk }: GoLivePort): boolean {
  return kiosk.read()?.custody === null;
}

/** Who goes live, when and how. `second`: 32 zeros where one person was enough. */
interface Decision {
  readonly utc: number;
  readonly by: string;
  readonly second: string;
  readonly custody: CustodyKind;
}

/** What the ledger gets of a go-live: what begins with it, and a line for each check that it is made in spite of. */
function goLiveEntries(
  use: KioskUse,
  { utc, by, second, custody }: Decision,
  inSpiteOf: readonly CheckId[],
): readonly LedgerEntry[] {
  return [
    { kind: BEGINNINGS[use], utc, by, custody },
    ...inSpiteOf.map((check) => ({ kind: 'live-in-spite' as const, utc, by, second, check })),
  ];
}

/** Neither a rehearsal nor an evaluation goes live: their ledgers say what they are, and no kiosk for residents opens them. */
const BEGINNINGS = {
  residents: 'custody-decided',
  rehearsal: 'rehearsal-began',
  evaluation: 'evaluation-began',
} as const satisfies Readonly<Record<KioskUse, LedgerEntry['kind']>>;

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
      const about = port.wipes.toClose();
      if (about === null) return err({ kind: 'no-failed-wipe' });
      if (!hasSupervisor(port, approval, { act: 'closeWipe', reason, about }))
        return err({ kind: 'not-allowed' });
      const closed = port.wipes.close({ by: actorOf(port, approval).member, reason });
      if (!closed.ok) return closed;
      port.endings.closed(closed.value);
      port.screens.refresh();
      return ok({});
    },
  };
}
