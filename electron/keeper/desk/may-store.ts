import {
  type ApplicationEvent,
  type ApplicationState,
  advance,
} from '../../../shared/application/lifecycle.ts';
import type { SealedColumn } from '../../../shared/contract/keeper.ts';

/**
 * How a card gets into the queue: the first time, after a failure without a card, after a spoiled card. Null
 * where no card may be made.
 */
export function queueEvent(state: ApplicationState): ApplicationEvent | null {
  const event = queueEventIn(state);
  return event !== null && advance(state, event).ok ? event : null;
}

function queueEventIn(state: ApplicationState): ApplicationEvent | null {
  switch (state.kind) {
    case 'ready':
      return { kind: 'clerk-queued' };
    case 'spoiled':
      return { kind: 'clerk-reprinted' };
    case 'printing':
      return { kind: 'clerk-retried' };
    default:
      return null;
  }
}

/**
 * In which states a core may write which column. Nothing is printed that was not read back after its last
 * change, also if the core dies between two of its calls: so the state goes back first, and only then may
 * the answers or the photo change.
 */
export function mayStore(column: SealedColumn, state: ApplicationState): boolean {
  switch (column) {
    case 'answers':
      return state.kind === 'draft';
    case 'photo':
      return state.kind === 'checked';
    case 'card':
      return queueEvent(state) !== null;
    case 'tray':
      // The print worker's, and only it knows what lies there.
      return false;
  }
}
