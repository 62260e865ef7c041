import { type ApplicationEvent, type ApplicationState, advance } from './lifecycle.ts';

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
