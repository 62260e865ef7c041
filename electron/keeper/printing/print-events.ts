import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import { type ApplicationEvent, advance } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { PrintEnding, PrintStage } from '../../../shared/contract/printing/printer.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { WorkerReport } from '../../../shared/contract/worker.ts';
import { unreachable } from '../../../shared/result.ts';
import { recordOf } from '../applications/open-record.ts';
import type { Database } from '../database/open-database.ts';
import { checkTrayForLateCard } from '../tray/late-cards.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { JobRows } from './job-rows.ts';

/** What writing down a worker's reports needs of the kiosk. */
export interface PrintEventsPort {
  readonly vault: ApplicationReader & {
    readonly database: Database;
    readonly wipes: { all(): readonly WipeRow[] };
    open(): readonly OpenApplicationRow[];
    setState(application: ApplicationId, state: ReachedState): void;
    setStage(application: ApplicationId, stage: PrintStage, ending?: PrintEnding): void;
    setUnsent(application: ApplicationId, ending: PrintEnding): void;
    store(application: ApplicationId, column: 'tray', sealed: Uint8Array): void;
    addMade(application: ApplicationId, sealed: Uint8Array): void;
  };
  readonly jobRows: JobRows;
  readonly trayChecks: { add(check: TrayCheck): void };
  readonly screens: { refresh(): void };
  readonly snapshots: { tell(application: ApplicationId): void };
}

/** Writes down what a print worker tells, and passes it to the session that has the application open. */
export function onWorkerReport(
  port: PrintEventsPort,
  application: ApplicationId,
  report: WorkerReport,
): void {
  switch (report.kind) {
    // What the printer's side has of a job is written down also when its application is being wiped.
    case 'job':
      port.jobRows.setNumber(report.name, report.number);
      break;
    case 'purged':
      if (report.outcome !== null) port.jobRows.setPurged(report.name, report.outcome);
      break;
    case 'left-behind':
      port.jobRows.leaveBehind(report.name);
      break;
    case 'inspected':
    case 'queues':
    case 'identified':
    case 'condition':
    case 'refused':
      throw new Error('a worker that prints said what it was not asked');
    default:
      // A wipe may have begun while the worker still spoke: then there is no record to write to.
      if (isOpen(port, application)) onCardReport(port, application, report);
      else if (report.kind === 'stage' && report.stage === 'sent') onSentTooLate(port, application);
  }
}

type CardReport = Extract<
  WorkerReport,
  { kind: 'fingerprints' | 'stage' | 'troubles' | 'in-tray' | 'doubt' | 'no-card' }
>;

function onCardReport(port: PrintEventsPort, application: ApplicationId, report: CardReport): void {
  switch (report.kind) {
    case 'fingerprints':
      port.vault.addMade(application, report.sealed);
      break;
    case 'stage':
      if (report.stage === 'sent') apply(port, application, { kind: 'printer-started' });
      port.vault.setStage(application, report.stage);
      show(port, application);
      break;
    case 'troubles':
      show(port, application);
      break;
    case 'in-tray':
      if (report.tray !== null) port.vault.store(application, 'tray', report.tray);
      end(port, application, { kind: 'in-tray' });
      break;
    case 'doubt':
      end(port, application, { kind: 'doubt', doubt: report.doubt });
      break;
    case 'no-card':
      end(port, application, { kind: 'no-card', why: report.why });
      break;
    default:
      unreachable(report);
  }
}

/** A worker that ended before it said how the print ended leaves a doubt: the clerk is asked. */
export function onWorkerEnded(port: PrintEventsPort, application: ApplicationId, told: boolean): void {
  if (told || !isOpen(port, application)) return;
  const { state } = recordOf(port.vault, application);
  const isUnderWay = state.kind === 'queued' || (state.kind === 'printing' && state.card === 'expected');
  if (isUnderWay) end(port, application, { kind: 'doubt', doubt: 'interrupted' });
}

/**
 * Applications whose card is said to be under way although no worker makes it: after a restart under sealed
 * custody, or where a full disk took no report of its end. Nobody knows whether a card came out.
 */
export function reconcilePrinting(
  port: PrintEventsPort,
  jobs: { isRunning(application: ApplicationId): boolean },
): void {
  for (const { id, state } of port.vault.open()) {
    if ((state === 'queued' || state === 'printing') && !jobs.isRunning(id)) {
      onWorkerEnded(port, id, false);
    }
  }
}

/** The clerk ended the application in the very moment in which its card left: the worker is gone, the card may come. */
function onSentTooLate(port: PrintEventsPort, application: ApplicationId): void {
  const wipe = port.vault.wipes.all().find((row) => row.application === application);
  // One that ended unfinished is looked for in any case.
  if (wipe !== undefined && wipe.outcome !== 'expired' && wipe.outcome !== 'called-off')
    checkTrayForLateCard(port.trayChecks);
}

function isOpen(port: PrintEventsPort, application: ApplicationId): boolean {
  const row = port.vault.find(application);
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

/**
 * Whether a print that ended like this after this stage has sent nothing to any printer. One that broke off without its
 * worker's word is never sure of that.
 */
function sentNothing(stage: PrintStage | null, ending: PrintEnding): boolean {
  if (ending.kind !== 'no-card') return false;
  return ending.why.kind === 'not-sent' || stage === null || stage === 'waiting';
}

function end(port: PrintEventsPort, application: ApplicationId, ending: PrintEnding): void {
  // Together: a state without its ending reads as a print under way, and `reconcilePrinting` does not see that nobody makes it.
  port.vault.database.transaction(() => {
    const { stage } = recordOf(port.vault, application).row;
    apply(port, application, { kind: 'printer-started' });
    apply(port, application, endingEvent(ending));
    if (sentNothing(stage, ending)) port.vault.setUnsent(application, ending);
    else port.vault.setStage(application, ending.kind === 'in-tray' ? 'in-tray' : 'failed', ending);
  })();
  show(port, application);
}

function apply(port: PrintEventsPort, application: ApplicationId, event: ApplicationEvent): void {
  const next = advance(recordOf(port.vault, application).state, event);
  // A report that does not fit the state came too late to matter; the state stays what the clerk made it.
  if (next.ok) port.vault.setState(application, next.value);
}

function show(port: PrintEventsPort, application: ApplicationId): void {
  port.snapshots.tell(application);
  port.screens.refresh();
}
