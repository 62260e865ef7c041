import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { Moment, Retention } from '../../../shared/application/retention.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { Intake, KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { lifeOf } from '../endings/expire.ts';
import type { Hold } from '../holds/hold.ts';
import type { AskHolds, IntakeVerdict } from '../holds/verdict.ts';
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
  readonly expiry: {
    minutesLeft(application: { readonly began: Moment; readonly retention: Retention }): number;
  };
}

/** The applications that are open: tickets, states and ages, no person. */
export function inProgress(port: WorkStatusPort): KioskStatus['inProgress'] {
  return port.vault.open().map((row) => progressOf(port, row));
}

function progressOf(
  { holds, policies, time, expiry }: WorkStatusPort,
  row: OpenApplicationRow,
): KioskStatus['inProgress'][number] {
  const state = parseApplicationState(row.state);
  if (!state.ok) throw new Error('an application in the vault has no known state');
  const verdict = holds.verdict(row.id, null).kind;
  return {
    ticket: row.ticket,
    day: row.day,
    state: state.value.kind,
    printStopped: state.value.kind === 'printing' && row.stage === 'failed',
    // Its age by kiosk time: a clock that was set changes nothing about how long somebody has waited.
    minutes: Math.max(0, Math.floor((time.now().elapsed - row.began_elapsed) / 60_000)),
    minutesLeft: verdict === 'free' ? expiry.minutesLeft(lifeOf(policies, row)) : null,
    held: verdict === 'frozen',
    rulesUnknown: policies.find(row.policy) === null,
  };
}

/** The holds in force as the screens show them. */
export function legalHolds(holds: { all(): readonly Hold[] }): LegalHold[] {
  return holds.all().map((hold) => ({
    hold: hold.identifier,
    scope: hold.scope,
    reason: hold.reason,
    since: hold.since,
    by: hold.set_by,
    frozen: hold.frozen,
    unsealed: hold.unsealed,
    resumedBy: hold.reference,
  }));
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
