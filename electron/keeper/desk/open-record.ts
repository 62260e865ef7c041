import {
  type ApplicationEvent,
  type ApplicationState,
  advance,
  parseApplicationState,
} from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import type { Desk } from './desk.ts';

/** The record's row, its state read. A state nobody knows is damage, and damage throws. */
export function recordOf(
  desk: Desk,
  application: ApplicationId,
): { row: ApplicationRow; state: ApplicationState } {
  const row = desk.vault.find(application);
  if (row === null) throw new Error('the open application is not in the vault');
  const state = parseApplicationState(row.state);
  if (!state.ok) throw new Error('an application in the vault has no known state');
  return { row, state: state.value };
}

/** Runs the lifecycle for one event and writes the new state. */
export function moveOn(
  desk: Desk,
  application: ApplicationId,
  event: ApplicationEvent,
): Result<ApplicationState, { readonly kind: 'not-now' }> {
  const next = advance(recordOf(desk, application).state, event);
  if (!next.ok) return err({ kind: 'not-now' });
  desk.vault.setState(application, next.value);
  desk.broadcast();
  return next;
}
