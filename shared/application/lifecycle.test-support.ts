import {
  APPLICATION_STATE_TEXTS,
  type ApplicationEvent,
  type ApplicationState,
  advance,
  NEW_APPLICATION,
  type Outcome,
  parseApplicationState,
  type ReachedState,
  spoilReasons,
  stateText,
} from './lifecycle.ts';

const eventsByKind: Readonly<Record<ApplicationEvent['kind'], readonly ApplicationEvent[]>> = {
  'clerk-edited': [{ kind: 'clerk-edited' }],
  'clerk-checked': [
    { kind: 'clerk-checked', photo: 'none' },
    { kind: 'clerk-checked', photo: 'taken' },
  ],
  'clerk-photographed': [{ kind: 'clerk-photographed' }],
  'clerk-dropped-photo': [{ kind: 'clerk-dropped-photo' }],
  'clerk-settled-fee': [{ kind: 'clerk-settled-fee' }],
  'clerk-destroyed-old-card': [{ kind: 'clerk-destroyed-old-card' }],
  'clerk-read-back': [{ kind: 'clerk-read-back' }],
  'clerk-queued': [{ kind: 'clerk-queued' }],
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
  'office-called-off': [{ kind: 'office-called-off' }],
  'keeper-began-wipe': [{ kind: 'keeper-began-wipe' }],
};
/** Every event there is. */
export const allEvents = Object.values(eventsByKind).flat();
/** Every state there is. */
export const allStates = APPLICATION_STATE_TEXTS.map((text) => {
  const parsed = parseApplicationState(text);
  if (!parsed.ok) {
    throw new Error(text);
  }
  return parsed.value;
});

export interface Step {
  readonly from: ApplicationState;
  readonly event: ApplicationEvent;
  readonly to: ReachedState;
}
/** The whole machine: every transition there is. */
export const steps: readonly Step[] = allStates.flatMap((from) =>
  allEvents.flatMap((event) => {
    const result = advance(from, event);
    return result.ok ? [{ from, event, to: result.value }] : [];
  }),
);

/** A state as some step of the lifecycle leads to it: for tests that begin there. */
export function reached(state: ApplicationState): ReachedState {
  const step = steps.find(({ to }) => stateText(to) === stateText(state));
  if (step === undefined) throw new Error(`nothing leads to ${stateText(state)}`);
  return step.to;
}

/** An application that has ended, and whose wipe begins. */
export function wipingAs(outcome: Outcome): Extract<ReachedState, { kind: 'wiping' }> {
  const wiping = reached({ kind: 'wiping', outcome });
  if (wiping.kind !== 'wiping') throw new Error('not a wipe');
  return wiping;
}

/** Plays any events; those that do not fit change nothing. */
export function play(events: readonly ApplicationEvent[]): readonly Step[] {
  const taken: Step[] = [];
  let state: ApplicationState = NEW_APPLICATION;
  for (const event of events) {
    const result = advance(state, event);
    if (result.ok) {
      taken.push({ from: state, event, to: result.value });
      state = result.value;
    }
  }
  return taken;
}
