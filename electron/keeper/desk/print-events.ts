import type { ApplicationEvent } from '../../../shared/application/lifecycle.ts';
import { advance, stateText } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { PrintStage } from '../../../shared/contract/status.ts';
import type { WorkerReport } from '../../../shared/contract/worker.ts';
import { unreachable } from '../../../shared/result.ts';
import { recordOf } from './application-calls.ts';
import { type Desk, occupantOf } from './desk.ts';

/** Writes down what a print worker tells, and passes it to the session that has the application open. */
export function onWorkerReport(desk: Desk, application: ApplicationId, report: WorkerReport): void {
  // A wipe may have begun while the worker still spoke: then there is no record to write to.
  if (!isOpen(desk, application)) return;
  switch (report.kind) {
    case 'windows':
      desk.vault.addMade(application, report.sealed);
      return;
    case 'stage':
      if (report.stage === 'sent') apply(desk, application, { kind: 'printer-started' });
      show(desk, application, report.stage);
      return;
    case 'in-tray':
      desk.vault.store(application, 'tray', report.tray);
      apply(desk, application, { kind: 'printer-finished' });
      show(desk, application, 'in-tray');
      return;
    case 'refused':
      apply(desk, application, { kind: 'printer-started' });
      apply(desk, application, { kind: 'printer-failed' });
      show(desk, application, 'failed');
      return;
    default:
      unreachable(report);
  }
}

/** A worker that ended before it told of a finished card leaves a doubt: the clerk is asked. */
export function onWorkerEnded(desk: Desk, application: ApplicationId, finished: boolean): void {
  if (finished || !isOpen(desk, application)) return;
  const { state } = recordOf(desk, application);
  if (state.kind === 'queued') apply(desk, application, { kind: 'printer-started' });
  const { state: started } = recordOf(desk, application);
  if (started.kind !== 'printing' || started.card !== 'expected') return;
  apply(desk, application, { kind: 'printer-lost' });
  show(desk, application, 'failed');
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

function isOpen(desk: Desk, application: ApplicationId): boolean {
  const row = desk.vault.find(application);
  return row !== null && !row.state.startsWith('wiping');
}

function apply(desk: Desk, application: ApplicationId, event: ApplicationEvent): void {
  const next = advance(recordOf(desk, application).state, event);
  // A report that does not fit the state came too late to matter; the state stays what the clerk made it.
  if (next.ok) desk.vault.setState(application, next.value);
}

function show(desk: Desk, application: ApplicationId, stage: PrintStage): void {
  desk.vault.setStage(application, stage);
  const occupant = occupantOf(desk, application);
  if (occupant !== null) {
    const { row, state } = recordOf(desk, application);
    desk.tell(occupant.session.token, { kind: 'print', stage, state: stateText(state), tray: row.tray });
  }
  desk.broadcast();
}
