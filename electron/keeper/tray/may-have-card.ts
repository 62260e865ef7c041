import type { ApplicationState } from '../../../shared/application/lifecycle.ts';

/** Whether a card of an application in this state may lie in the tray, with nobody left whose card it is. */
export function mayHaveCard(state: ApplicationState): boolean {
  switch (state.kind) {
    case 'queued':
    case 'printed':
      return true;
    case 'printing':
      return state.card !== 'none';
    case 'draft':
    case 'checked':
    case 'photographed':
    case 'ready':
    case 'spoiled':
    case 'handed-over':
    case 'denied':
    case 'withdrawn':
    case 'expired':
    case 'called-off':
    case 'wiping':
      return false;
  }
}
