import type { ApplicationEvent } from '../../../shared/application/lifecycle.ts';
import { advance } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { PrintEnding } from '../../../shared/contract/printer.ts';
import type { WorkerReport } from '../../../shared/contract/worker.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Desk } from './desk.ts';
import { checkTrayForLateCard } from './late-cards.ts';
import { recordOf } from './open-record.ts';
import { tellPrint } from './tell-print.ts';

/** Writes down what a print worker tells, and passes it to the session that has the application open. */
export function onWorkerReport(desk: Desk, application: ApplicationId, report: WorkerReport): void {
  switch (report.kind) {
    // What the printer's side has of a job is written down also when its application is being wiped.
    case 'job':
      desk.jobRows.setNumber(report.name, report.number);
      break;
    case 'purged':
      if (report.outcome !== null) desk.jobRows.setPurged(report.name, report.outcome);
      break;
    case 'left-behind':
      desk.jobRows.leaveBehind(report.name);
      break;
    case 'inspected':
    case 'queues':
    case 'identified':
    case 'condition':
    case 'refused':
      throw new Error('a worker that prints said what it was not asked');
    default:
      // A wipe may have begun while the worker still spoke: then there is no record to write to.
      if (isOpen(desk, application)) onCardReport(desk, application, report);
      else if (report.kind === 'stage' && report.stage === 'sent') onSentTooLate(desk, application);
  }
}

type CardReport = Extract<
  WorkerReport,
  { kind: 'windows' | 'stage' | 'troubles' | 'in-tray' | 'doubt' | 'no-card' }
>;

function onCardReport(desk: Desk, application: ApplicationId, report: CardReport): void {
  switch (report.kind) {
    case 'windows':
      desk.vault.addMade(application, report.sealed);
      break;
    case 'stage':
      if (report.stage === 'sent') apply(desk, application, { kind: 'printer-started' });
      desk.vault.setStage(application, report.stage);
      show(desk, application);
      break;
    case 'troubles':
      show(desk, application);
      break;
    case 'in-tray':
      if (report.tray !== null) desk.vault.store(application, 'tray', report.tray);
      end(desk, application, { kind: 'in-tray' });
      break;
    case 'doubt':
      end(desk, application, { kind: 'doubt', doubt: report.doubt });
      break;
    case 'no-card':
      end(desk, application, { kind: 'no-card', why: report.why });
      break;
    default:
      unreachable(report);
  }
}

/** A worker that ended before it said how the print ended leaves a doubt: the clerk is asked. */
export function onWorkerEnded(desk: Desk, application: ApplicationId, told: boolean): void {
  if (told || !isOpen(desk, application)) return;
  const { state } = recordOf(desk, application);
  const isUnderWay = state.kind === 'queued' || (state.kind === 'printing' && state.card === 'expected');
  if (isUnderWay) end(desk, application, { kind: 'doubt', doubt: 'interrupted' });
}

/**
 * Applications whose card is said to be under way although no worker makes it: after a restart under sealed
 * custody, or where a full disk took no report of its end. Nobody knows whether a card came out.
 */
export function reconcilePrinting(desk: Desk): void {
  for (const { id, state } of desk.vault.open()) {
    if ((state === 'queued' || state === 'printing') && !desk.jobs.isRunning(id)) {
      onWorkerEnded(desk, id, false);
    }
  }
}

/** The clerk ended the application in the very moment in which its card left: the worker is gone, the card may come. */
function onSentTooLate(desk: Desk, application: ApplicationId): void {
  const wipe = desk.vault.wipes.all().find((row) => row.application === application);
  // One that expired is looked for in any case.
  if (wipe !== undefined && wipe.outcome !== 'expired') checkTrayForLateCard(desk);
}

function isOpen(desk: Desk, application: ApplicationId): boolean {
  const row = desk.vault.find(application);
  return row !== null && !row.state.startsWith('wiping');
}

function endingEvent(ending: PrintEnding): ApplicationEvent {
  switch (ending.kind) {
    case 'in-tray':
      return { kind: 'printer-finished' };
    case 'doubt':
      return { kind: 'printer-lost' };
    case 'no-card':
      return { kind: 'printer-failed' };
    default:
      return unreachable(ending);
  }
}

function end(desk: Desk, application: ApplicationId, ending: PrintEnding): void {
  apply(desk, application, { kind: 'printer-started' });
  apply(desk, application, endingEvent(ending));
  desk.vault.setStage(application, ending.kind === 'in-tray' ? 'in-tray' : 'failed', ending);
  show(desk, application);
}

function apply(desk: Desk, application: ApplicationId, event: ApplicationEvent): void {
  const next = advance(recordOf(desk, application).state, event);
  // A report that does not fit the state came too late to matter; the state stays what the clerk made it.
  if (next.ok) desk.vault.setState(application, next.value);
}

function show(desk: Desk, application: ApplicationId): void {
  tellPrint(desk, application);
  desk.broadcast();
}
