import { err, type Result } from '../result.ts';
import {
  type ApplicationEvent,
  type ApplicationState,
  advance,
  type NotNow,
  type ReachedState,
} from './lifecycle.ts';

/** Why a card is made: the resident has confirmed the read-back, or what was confirmed before is printed again. */
export const printOccasions = ['read-back', 'again'] as const;
export type PrintOccasion = (typeof printOccasions)[number];

/**
 * How a card gets into the queue: the first time with the read-back; again after a failure without a card, and after
 * a spoiled card. Error: no card may be made now.
 */
export function queueCard(
  state: ApplicationState,
  occasion: PrintOccasion,
): Result<ReachedState, Pick<NotNow, 'kind'>> {
  const [first, ...others] = eventsTo(state, occasion);
  if (first === undefined) return err({ kind: 'not-now' });
  return others.reduce((so, event) => (so.ok ? advance(so.value, event) : so), advance(state, first));
}

function eventsTo({ kind }: ApplicationState, occasion: PrintOccasion): readonly ApplicationEvent[] {
  switch (occasion) {
    case 'read-back':
      if (kind === 'photographed') return [{ kind: 'clerk-read-back' }, { kind: 'clerk-queued' }];
      // Earlier releases wrote the read-back down by itself.
      return kind === 'ready' ? [{ kind: 'clerk-queued' }] : [];
    case 'again':
      if (kind === 'spoiled') return [{ kind: 'clerk-reprinted' }];
      return kind === 'printing' ? [{ kind: 'clerk-retried' }] : [];
  }
}
