import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allEvents, allStates, play, steps } from './lifecycle.test-support.ts';
import {
  type ApplicationEvent,
  type ApplicationState,
  advance,
  NEW_APPLICATION,
  stateText,
} from './lifecycle.ts';

/** Mostly events that fit, so that random lives get far; the choice is by index into what is possible. */
const lives = fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 80 }).map((choices) => {
  let state: ApplicationState = NEW_APPLICATION;
  const events: ApplicationEvent[] = [];
  for (const choice of choices) {
    const possible = steps.filter(({ from }) => stateText(from) === stateText(state));
    const step = possible[choice % Math.max(1, possible.length)];
    if (step !== undefined) {
      events.push(step.event);
      state = step.to;
    }
  }
  return events;
});

describe('every life of an application', () => {
  it('prints nothing that was not read back after the last change', () => {
    fc.assert(
      fc.property(lives, (events) => {
        let readBack = false;
        for (const { event, to } of play(events)) {
          if (
            event.kind === 'clerk-edited' ||
            event.kind === 'clerk-photographed' ||
            event.kind === 'clerk-dropped-photo'
          ) {
            readBack = false;
          }
          if (event.kind === 'clerk-read-back') {
            readBack = true;
          }
          if (to.kind === 'queued' || to.kind === 'printing' || to.kind === 'printed') {
            expect(readBack).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('starts a second job only after a spoiled card or when somebody said that there is no card', () => {
    fc.assert(
      fc.property(lives, (events) => {
        let cardMayExist = false;
        for (const { event } of play(events)) {
          if (event.kind === 'printer-started') {
            expect(cardMayExist).toBe(false);
            cardMayExist = true;
          }
          if (event.kind === 'clerk-found-card') {
            cardMayExist = true;
          }
          if (
            event.kind === 'clerk-spoiled' ||
            event.kind === 'printer-failed' ||
            event.kind === 'clerk-found-no-card'
          ) {
            cardMayExist = false;
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is wiped with the outcome that it had', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const way = play(events);
        for (const [index, { to }] of way.entries()) {
          if (to.kind === 'wiping') {
            const before = way[index - 1]?.to.kind;
            expect(to.outcome).toBe(before === 'handed-over' ? 'issued' : before);
          }
        }
      }),
    );
  });

  it('changes nothing when the event does not fit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allStates), fc.constantFrom(...allEvents), (state, event) => {
        const before = structuredClone(state);
        const result = advance(state, event);
        expect(state).toEqual(before);
        if (!result.ok) {
          expect(result.error).toEqual({ kind: 'not-now', state, event });
        }
      }),
    );
  });
});
