import type { ApplicationState } from '../../../shared/application/lifecycle.ts';
import { queueEvent } from '../../../shared/application/queue-event.ts';
import type { SealedColumn } from '../../../shared/contract/keeper.ts';

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
