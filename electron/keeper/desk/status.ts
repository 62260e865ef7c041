import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { CallerState } from '../../../shared/contract/registrar.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { Desk, Occupant } from './desk.ts';

/** What one session is told. Holds no person: tickets, states, ages, counts, and staff names. */
export function statusFor(desk: Desk, occupant: Occupant): KioskStatus {
  const kiosk = desk.kiosk();
  const shown = desk.pool.shown() === occupant.session;
  const now = desk.clock.now();
  const failure = desk.wipes.failure();
  return {
    kioskName: kiosk?.name ?? null,
    setUp: kiosk !== null,
    staff: desk.staff.signedIn(),
    staffNames: [...desk.staff.names()],
    today: desk.clock.today(),
    counts: desk.ledger.counts(desk.clock.today()),
    inProgress: desk.vault.open().map((row) => {
      const state = parseApplicationState(row.state);
      if (!state.ok) throw new Error('an application in the vault has no known state');
      return {
        ticket: row.ticket,
        state: state.value.kind,
        minutes: Math.max(0, Math.floor((now - row.began) / 60_000)),
      };
    }),
    intake: failure === null ? { kind: 'open' } : { kind: 'locked', ...failure },
    turnOver: desk.turnOver,
    openNext: shown && !occupant.used ? desk.openNext : null,
    shown,
    runtime: desk.about.runtime,
    build: desk.about.build,
  };
}

/** What the registrar must know of the core that calls. */
export function callerOf(desk: Desk, occupant: Occupant): CallerState {
  return {
    role: desk.staff.signedIn()?.role ?? 'nobody',
    setUp: desk.kiosk() !== null,
    applicationOpen: occupant.application !== null && !occupant.finishing && !occupant.leaving,
  };
}
