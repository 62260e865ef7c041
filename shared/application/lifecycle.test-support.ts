import {
  APPLICATION_STATES,
  type ApplicationEvent,
  type ApplicationState,
  advance,
  NEW_APPLICATION,
  parseApplicationState,
  spoilReasons,
} from './lifecycle.ts';

const eventsByKind: Readonly<Record<ApplicationEvent['kind'], readonly ApplicationEvent[]>> = {
  'clerk-edited': [{ kind: 'clerk-edited' }],
  'clerk-checked': [
    { kind: 'clerk-checked', photo: 'none' },
    { kind: 'clerk-checked', photo: 'taken' },
  ],
  'clerk-photographed': [{ kind: 'clerk-photographed' }],
  'clerk-dropped-photo': [{ kind: 'clerk-dropped-photo' }],
  'clerk-read-back': [{ kind: 'clerk-read-back' }],
  'clerk-queued': [{ kind: 'clerk-queued' }],
  'clerk-recalled': [{ kind: 'clerk-recalled' }],
  'clerk-found-card': [{ kind: 'clerk-found-card' }],
  'clerk-found-no-card': [{ kind: 'clerk-found-no-card' }],
  'clerk-retried': [{ kind: 'clerk-retried' }],
  'clerk-spoiled': spoilReasons.map((reason) => ({ kind: 'clerk-spoiled', reason })),
  'clerk-reprinted': [{ kind: 'clerk-reprinted' }],
  'clerk-handed-over': [{ kind: 'clerk-handed-over' }],
  'clerk-denied': [{ kind: 'clerk-denied' }],
  'clerk-withdrew': [{ kind: 'clerk-withdrew' }],
  'printer-started': [{ kind: 'printer-started' }],
  'printer-finished': [{ kind: 'printer-finished' }],
  'printer-failed': [{ kind: 'printer-failed' }],
  'printer-lost': [{ kind: 'printer-lost' }],
  'policy-expired': [{ kind: 'policy-expired' }],
  'keeper-began-wipe': [{ kind: 'keeper-began-wipe' }],
  'keeper-finished-wipe': [{ kind: 'keeper-finished-wipe' }],
};
/** Every event there is. */
export const allEvents = Object.values(eventsByKind).flat();
/** Every state there is. */
export const allStates = APPLICATION_STATES.map((text) => {
  const parsed = parseApplicationState(text);
  if (!parsed.ok) {
    throw new Error(text);
  }
  return parsed.value;
});

export interface Step {
  readonly from: ApplicationState;
  readonly event: ApplicationEvent;
  readonly to: ApplicationState;
}
/** The whole machine: every transition there is. */
export const steps: readonly Step[] = allStates.flatMap((from) =>
  allEvents.flatMap((event) => {
    const result = advance(from, event);
    return result.ok ? [{ from, event, to: result.value }] : [];
  }),
);
/** Plays any events; those that do not fit change nothing. */
export function play(events: readonly ApplicationEvent[]): readonly Step[] {
  const taken: Step[] = [];
  let state = NEW_APPLICATION;
  for (const event of events) {
    const result = advance(state, event);
    if (result.ok) {
      taken.push({ from: state, event, to: result.value });
      state = result.value;
    }
  }
  return taken;
}
