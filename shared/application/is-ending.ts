import type { ApplicationState } from './application-state.ts';

const endings: readonly ApplicationState['kind'][] = [
  'handed-over',
  'denied',
  'withdrawn',
  'expired',
  'called-off',
  'wiping',
];

/** Whether an application is over: nothing can be done for it any more. */
export function isEnding(state: ApplicationState['kind']): boolean {
  return endings.includes(state);
}
