import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { Moment, Retention } from '../../../shared/application/retention.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { Intake, KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { lifeOf } from '../endings/expire.ts';
import type { Holds } from '../holds/holds.ts';
import type { AskHolds, CoveringHold, IntakeVerdict } from '../holds/verdict.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { WipeFailure } from '../wipe/wipe-parts.ts';

/** What the state of open applications is told from. */
export interface WorkStatusPort {
  readonly vault: { open(): readonly OpenApplicationRow[] };
  readonly holds: { readonly verdict: AskHolds };
  readonly policies: {
    find(hash: PolicyHash): unknown;
    retentionOf(hash: PolicyHash): Retention;
  };
  readonly time: { now(): Moment };
  readonly waitingForClerk: { has(application: ApplicationId): boolean };
  readonly expiry: {
    minutesLeft(application: { readonly began: Moment; readonly retention: Retention }): number;
  };
}

/** The applications that are open: tickets, states and ages, no person. */
export function inProgress(port: WorkStatusPort): KioskStatus['inProgress'] {
  return port.vault.open().map((row) => progressOf(port, row));
}

function progressOf(
  { holds, policies, time, expiry, waitingForClerk }: WorkStatusPort,
  row: OpenApplicationRow,
): KioskStatus['inProgress'][number] {
  const state = parseApplicationState(row.state);
  if (!state.ok) throw new Error('an application in the vault has no known state');
  const { kind } = holds.verdict(row.id, null);
  if (kind === 'wipe-stopped') throw new Error('an open application has no wipe');
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

/** What the holds in force are told from. */
export interface HoldStatusPort {
  readonly vault: { open(): readonly Pick<OpenApplicationRow, 'id'>[] };
  readonly holds: Pick<Holds, 'all' | 'covering'>;
  readonly custody: { kindOf(application: ApplicationId): CustodyKind | null };
}

/** The holds in force as the screens show them: what each keeps now, by the same rows that the verdict is made of. */
export function legalHolds({ vault, holds, custody }: HoldStatusPort): LegalHold[] {
  const inForce = holds.all();
  const open = inForce.length === 0 ? [] : vault.open();
  const covered = open.map(({ id }) => ({ id, by: holds.covering(id) }));
  return inForce.map((hold) => {
    const isThis = ({ hold: other }: CoveringHold): boolean => other.identifier === hold.identifier;
    const later = covered.filter(({ by }) => by.some((each) => isThis(each) && each.sealed === null));
    return {
      hold: hold.identifier,
      scope: hold.scope,
      reason: hold.reason,
      since: hold.since,
      by: hold.set_by,
      frozen: hold.frozen,
      unsealed: hold.unsealed,
      later: later.length,
      laterInMemory: later.filter(({ id }) => custody.kindOf(id) === 'memory').length,
      alone: covered.filter(({ by }) => by.length === 1 && by.every(isThis)).length,
      resumedBy: hold.reference,
    };
  });
}

/** What may keep intake closed. `now`: epoch milliseconds. */
export interface IntakeStatusPort {
  readonly wipes: { failure(): WipeFailure | null };
  readonly holds: { intake(): IntakeVerdict };
  readonly packing: { isOn(): boolean };
  readonly suspensions: { stopsIntake(): boolean };
  readonly newestOrder: { missing(): number | null };
  readonly clock: { now(): number };
}

/** The one reason, the gravest first, why no new application may begin. */
export function intakeStatus(
  { wipes, holds, packing, suspensions, newestOrder, clock }: IntakeStatusPort,
  custody: CustodyKind | null,
): Intake {
  const failure = wipes.failure();
  if (failure !== null) {
    const { step, attempts, retryAt, keyDestroyed } = failure;
    const wait = retryAt === null ? null : Math.max(0, Math.ceil((retryAt - clock.now()) / 1000));
    return { kind: 'locked', step, attempts, retrySeconds: wait, keyDestroyed };
  }
  if (custody === null) return { kind: 'undecided' };
  if (holds.intake().isStopped) return { kind: 'held' };
  if (packing.isOn()) return { kind: 'packed-up' };
  const missing = newestOrder.missing();
  if (missing !== null) return { kind: 'order-missing', serial: missing };
  return { kind: suspensions.stopsIntake() ? 'suspended' : 'open' };
}
