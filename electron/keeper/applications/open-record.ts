import { type ApplicationState, parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { ApplicationRow, StoredApplication } from '../vault/rows.ts';

/** The record's row with its sealed parts, its state read. A state nobody knows is damage, and damage throws. */
export function recordOf(
  records: { find(application: ApplicationId): ApplicationRow | null },
  application: ApplicationId,
): Read<ApplicationRow> {
  return read(records.find(application));
}

/** The same without the sealed parts. */
export function storedRecordOf(
  records: { stored(application: ApplicationId): StoredApplication | null },
  application: ApplicationId,
): Read<StoredApplication> {
  return read(records.stored(application));
}

interface Read<Row> {
  readonly row: Row;
  readonly state: ApplicationState;
}

function read<Row extends StoredApplication>(row: Row | null): Read<Row> {
  if (row === null) throw new Error('the open application is not in the vault');
  const state = parseApplicationState(row.state);
  if (!state.ok) throw new Error('an application in the vault has no known state');
  return { row, state: state.value };
}

/** The application that a session has open. Calls about one are made with one: anything else is a bug. */
export function applicationIn({
  application,
}: {
  readonly application: ApplicationId | null;
}): ApplicationId {
  if (application === null) throw new Error('a call about an application was let pass without one');
  return application;
}
