import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { Moment, Retention } from '../../../shared/application/retention.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId, HoldId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { lifeOf } from '../endings/expire.ts';
import type { Hold } from '../holds/hold.ts';
import { type AskHolds, type CoveringHold, stoppedWipes, verdictOfOpen } from '../holds/verdict.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';

/** What the state of open applications, and of the holds in force, is told from. */
export interface WorkStatusPort {
  readonly vault: {
    readonly wipes: { all(): readonly WipeRow[] };
    open(): readonly OpenApplicationRow[];
  };
  readonly holds: {
    all(): readonly Hold[];
    covering(application: ApplicationId): readonly CoveringHold[];
    readonly verdict: AskHolds;
  };
  readonly custody: { kindOf(application: ApplicationId): CustodyKind | null };
  readonly policies: {
    find(hash: PolicyHash): unknown;
    retentionOf(hash: PolicyHash): Retention;
  };
  readonly time: { now(): Moment };
  readonly waitingForClerk: { has(application: ApplicationId): boolean };
  readonly expiry: {
    minutesLeft(application: { readonly began: Moment; readonly retention: Retention }): number;
  };
  /** Whether a hold was set while files did not fit, and stands again with those that do. */
  cameBack(hold: HoldId): boolean;
}

/** An open application, and the holds that cover it. */
interface Covered {
  readonly row: OpenApplicationRow;
  readonly by: readonly CoveringHold[];
}

/** What holds are told from: those in force, the open applications, and the erasures that a hold on everything stopped. */
interface HeldNow {
  readonly inForce: readonly Hold[];
  readonly open: readonly Covered[];
  readonly stopped: readonly WipeRow[];
}

/**
 * The applications that are open (tickets, states and ages, no person), and the holds in force with what each keeps: by the
 * same rows, which are looked up once for both.
 */
export function workStatus(port: WorkStatusPort): Pick<KioskStatus, 'inProgress' | 'holds'> {
  const inForce = port.holds.all();
  const stopped = inForce.length === 0 ? [] : stoppedWipes(port);
  const open = port.vault
    .open()
    .map((row) => ({ row, by: inForce.length === 0 ? [] : port.holds.covering(row.id) }));
  return {
    inProgress: open.map((each) => progressOf(port, each)),
    holds: inForce.map((hold) => legalHold(port, hold, { inForce, open, stopped })),
  };
}

function progressOf(
  { policies, time, expiry, waitingForClerk }: WorkStatusPort,
  { row, by }: Covered,
): KioskStatus['inProgress'][number] {
  const state = parseApplicationState(row.state);
  if (!state.ok) throw new Error('an application in the vault has no known state');
  const { kind } = verdictOfOpen(by);
  return {
    ticket: row.ticket,
    day: row.day,
    state: state.value.kind,
    printStopped: state.value.kind === 'printing' && row.stage === 'failed',
    // Its age by kiosk time: a clock that was set changes nothing about how long somebody has waited.
    minutes: Math.max(0, Math.floor((time.now().elapsed - row.began_elapsed) / 60_000)),
    minutesLeft: kind === 'free' ? expiry.minutesLeft(lifeOf(policies, row)) : null,
    hold: kind,
    rulesUnknown: policies.find(row.policy) === null,
    waitsForClerk: state.value.kind === 'draft' && waitingForClerk.has(row.id),
  };
}

/** A hold as the screens show it: what it keeps now. */
function legalHold(port: WorkStatusPort, hold: Hold, now: HeldNow): LegalHold {
  const { policies, expiry } = port;
  const { open } = now;
  const inMemory = (id: ApplicationId): boolean => port.custody.kindOf(id) === 'memory';
  const isThis = ({ hold: other }: CoveringHold): boolean => other.identifier === hold.identifier;
  // Not the hold's own figures, which are those of the moment it was set: a power cut may have taken one, another hold sealed one.
  const frozen = open.filter(({ by }) => by.some((each) => isThis(each) && each.sealed !== null));
  const later = open.filter(({ by }) => by.some((each) => isThis(each) && each.sealed === null));
  const alone = open.filter(({ by }) => by.length === 1 && by.every(isThis));
  return {
    hold: hold.identifier,
    scope: hold.scope,
    reason: hold.reason,
    since: hold.since,
    by: hold.set_by,
    frozen: frozen.length,
    unsealed: frozen.filter(({ row }) => inMemory(row.id)).length,
    later: later.length,
    laterInMemory: later.filter(({ row }) => inMemory(row.id)).length,
    alone: alone.length,
    overdue: alone.filter(({ row }) => expiry.minutesLeft(lifeOf(policies, row)) === 0).length,
    stopped: stoppedBy(hold, now, inMemory),
    resumedBy: hold.reference,
    cameBack: port.cameBack(hold.identifier),
  };
}

/** Every hold on everything stops them all. */
function stoppedBy(
  { scope }: Hold,
  { inForce, stopped }: HeldNow,
  inMemory: (application: ApplicationId) => boolean,
): LegalHold['stopped'] {
  if (scope !== 'all') return { all: 0, inMemory: 0, alone: 0 };
  const isOnlyOne = inForce.filter((hold) => hold.scope === 'all').length === 1;
  return {
    all: stopped.length,
    inMemory: stopped.filter(({ application }) => inMemory(application)).length,
    alone: isOnlyOne ? stopped.length : 0,
  };
}
