import type { KioskStatus } from '../../../shared/contract/status.ts';
import { intakeStatus } from '../applications/intake-state.ts';
import type { Occupant } from '../applications/occupants.ts';
import { workStatus } from '../applications/work-status.ts';
import { counterDayStatus } from '../counter-day/day-status.ts';
import { computerStatus } from '../doctor/computer-status.ts';
import { dateQuestionOf } from '../kiosk/date-question.ts';
import { ordinaryPrinterStatus, printerStatus } from '../printing/printer-status.ts';
import { residentStatus } from '../residents/resident-status.ts';
import { staffStatus } from '../staff/staff-status.ts';
import { suspensionStatus } from '../suspension/suspension.ts';
import type { Services } from './services.ts';

/**
 * What sessions are told at this moment: a piece from each feature. Holds no person: tickets, states, ages, counts, and
 * names of staff. Nearly all of it is the same for each session, and is looked up once for all of them.
 */
export function statusNow(services: Services): (occupant: Occupant) => KioskStatus {
  const { pool, clock, holds, wipes, startScreen, facts } = services;
  const kiosk = services.kiosk.read();
  const ofKiosk = {
    recovery: services.recovery.decision(),
    kioskName: kiosk?.name ?? null,
    setUp: kiosk !== null,
    custody: kiosk?.custody ?? null,
    preset: facts.preset,
    cannotSeal: facts.cannotSeal,
    today: clock.today(),
    timeZone: clock.timeZone,
    dateQuestion: dateQuestionOf(services),
    practice: services.kiosk.isPracticing(),
    counts: services.countsSoFar.of(clock.today()),
    counterDay: counterDayStatus(services),
    ...workStatus({
      ...services,
      cameBack: (hold) => !services.filesFit.isLedgerClosed() && services.holdsBeside.has(hold),
    }),
    intake: intakeStatus(services.intakeState),
    misfit: services.filesFit.now(),
    trayCheck: services.trayChecks.pending(),
    suspensions: suspensionStatus(services.suspensions.all()),
    residents: residentStatus(services),
    unfinishedProductions: [...services.unfinishedProductions.all()],
    newOnesAreHeld: holds.intake().keepsNewOnes,
    printer: printerStatus(services),
    ordinaryPrinter: ordinaryPrinterStatus(services),
    ribbons: services.ribbons.held(),
    statementSearch: services.statements.progress(),
    printSideOpen: wipes.printSideOpen(),
    unsigned: services.kioskKey.state() === 'locked' ? services.outbox.waiting() : 0,
    diskFails: services.disk.fails(),
    shortage: services.space.shortage(),
    computer: computerStatus(services.doctor.last()),
    lastEnding: services.endings.shown(),
    runtime: facts.runtime,
    build: facts.build,
  };
  return (occupant) => {
    const shown = pool.shown() === occupant.session;
    return {
      ...ofKiosk,
      ...staffStatus(services.staff, occupant),
      openNext: shown && !occupant.used ? startScreen.offered() : null,
      recordSearch: services.recordSearches.statusOf(occupant),
      shown,
    };
  };
}
