import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { OrdinaryPrinterStatus, PrinterStatus } from '../../../shared/contract/printer-status.ts';
import type { CallerState } from '../../../shared/contract/registrar.ts';
import type { Intake, KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import { dateQuestionOf } from './date-question.ts';
import type { Desk, Occupant } from './desk.ts';
import { lifeOf } from './expire.ts';
import { diskFails } from './may-take-in.ts';

/** What one session is told. Holds no person: tickets, states, ages, counts, and staff names. */
export function statusFor(desk: Desk, occupant: Occupant): KioskStatus {
  const kiosk = desk.kiosk();
  const shown = desk.pool.shown() === occupant.session;
  const signedIn = desk.staff.signedIn();
  const approval = desk.staff.approvalFor(occupant.session.token);
  return {
    kioskName: kiosk?.name ?? null,
    setUp: kiosk !== null,
    staff:
      signedIn === null
        ? null
        : { name: signedIn.name, role: signedIn.role, mustChange: signedIn.mustChange },
    screenLocked: desk.staff.screenLocked(),
    approval: approval === null ? null : { act: approval.act, by: approval.name },
    staffNames: [...desk.staff.names()],
    custody: kiosk?.custody ?? null,
    cannotSeal: desk.about.cannotSeal,
    today: desk.clock.today(),
    dateQuestion: dateQuestionOf(desk),
    counts: desk.ledger.counts(desk.clock.today()),
    inProgress: desk.vault.open().map((row) => progressOf(desk, row)),
    intake: intakeOf(desk, kiosk?.custody ?? null),
    trayCheck: desk.trayChecks.pending(),
    holds: desk.holds.all().map(
      (hold): LegalHold => ({
        hold: hold.identifier,
        scope: hold.scope,
        reason: hold.reason,
        since: hold.since,
        by: hold.set_by,
        frozen: hold.frozen,
        unsealed: hold.unsealed,
        resumedBy: hold.reference,
      }),
    ),
    printer: printerStatusOf(desk),
    ordinaryPrinter: ordinaryPrinterStatusOf(desk),
    ribbons: desk.ribbons.held(),
    newOnesAreHeld: desk.holds.keepingNewOnes() !== null,
    printSideOpen: desk.wipes.printSideOpen(),
    diskFails: diskFails(desk),
    shortage: desk.space.shortage(),
    turnOver: desk.endings.shown(),
    openNext: shown && !occupant.used ? desk.openNext : null,
    shown,
    runtime: desk.about.runtime,
    build: desk.about.build,
  };
}

function printerStatusOf(desk: Desk): PrinterStatus {
  const printer = desk.printer.now();
  const isIpp = printer.driver === 'ipp';
  return {
    driver: printer.driver,
    name: printer.driver === 'virtual' ? null : printer.name,
    address: isIpp ? printer.address : null,
    tells: isIpp ? printer.tells : 'cards',
    condition: desk.watch.condition(),
    awaitsTestCard: desk.printer.awaitsTestCard(),
    testCard: desk.testCard.progress(),
  };
}

function ordinaryPrinterStatusOf(desk: Desk): OrdinaryPrinterStatus | null {
  const printer = desk.printer.ordinary();
  if (printer === null) return null;
  const { name, address, media } = printer;
  return { name, address, media, paper: desk.papers.progress() };
}

function progressOf(desk: Desk, row: OpenApplicationRow): KioskStatus['inProgress'][number] {
  const state = parseApplicationState(row.state);
  if (!state.ok) throw new Error('an application in the vault has no known state');
  const held = desk.holds.keeping(row.id) !== null;
  return {
    ticket: row.ticket,
    state: state.value.kind,
    printStopped: state.value.kind === 'printing' && row.stage === 'failed',
    // Its age by kiosk time: a clock that was set changes nothing about how long somebody has waited.
    minutes: Math.max(0, Math.floor((desk.time.now().elapsed - row.began_elapsed) / 60_000)),
    minutesLeft: held ? null : desk.expiry.minutesLeft(lifeOf(desk, row)),
    held: desk.holds.freezes(row.id),
  };
}

/** The one reason, the gravest first, why no new application may begin. */
function intakeOf(desk: Desk, custody: KioskStatus['custody']): Intake {
  const failure = desk.wipes.failure();
  if (failure !== null) {
    const { step, attempts, retryAt, keyDestroyed } = failure;
    const wait = retryAt === null ? null : Math.max(0, Math.ceil((retryAt - desk.clock.now()) / 1000));
    return { kind: 'locked', step, attempts, retrySeconds: wait, keyDestroyed };
  }
  if (custody === null) return { kind: 'undecided' };
  return desk.holds.stopsIntake() ? { kind: 'held' } : { kind: 'open' };
}

/** What the registrar must know of the core that calls. */
export function callerOf(desk: Desk, occupant: Occupant): CallerState {
  return {
    role: desk.staff.callerRole(),
    approved: desk.staff.approvalFor(occupant.session.token)?.act ?? null,
    setUp: desk.kiosk() !== null,
    applicationOpen: occupant.application !== null && !occupant.finishing && !occupant.leaving,
  };
}
