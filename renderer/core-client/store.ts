import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ApplicationView, Preview } from '../../shared/contract/application/application-view.ts';
import type { ScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import type { ScreenEvent } from '../../shared/contract/screen.ts';
import type { CompletePolicy } from '../../shared/programme/complete.ts';
import { unreachable } from '../../shared/result.ts';

/** Both sides of a card as PNG. */
export interface Faces {
  readonly front: Uint8Array;
  readonly back: Uint8Array;
}

/** All that the core has told this screen, by events and by its answers to acts. */
export interface CoreView {
  readonly status: ScreenStatus | null;
  /** The application's policy; before there is one, the policy in force. */
  readonly policy: CompletePolicy | null;
  readonly application: ApplicationView | null;
  readonly preview: Preview | null;
  readonly tray: Faces | null;
}

export type CoreStore = StoreApi<CoreView>;

const NOTHING_YET: CoreView = { status: null, policy: null, application: null, preview: null, tray: null };

/** What the view becomes after the core was asked for its state. */
export function afterState(
  view: CoreView,
  state: Pick<CoreView, 'status' | 'policy' | 'application'>,
): CoreView {
  return { ...view, ...state, application: newerOf(view.application, state.application) };
}

/**
 * An answer and an event may overtake each other: what is older never takes the place of what is newer, and nothing that of an
 * application that has ended. An act's event and its answer tell the same: the second is no news, and draws nothing anew.
 */
function newerOf(known: ApplicationView | null, told: ApplicationView | null): ApplicationView | null {
  if (known === null || told === null) return told ?? known;
  return hasEnded(known) || told.revision <= known.revision ? known : told;
}

/** A session has one application in its life, so nothing that comes later is about another one. */
function hasEnded(application: ApplicationView | null): boolean {
  return application?.state === 'wiping';
}

/** What the view becomes after one event of the core. */
export function afterEvent(view: CoreView, event: ScreenEvent): CoreView {
  switch (event.kind) {
    case 'status':
      // Screens need the policy as well: before the first answer, which has both, there is no screen to show it on.
      return view.policy === null ? view : { ...view, status: event.status };
    case 'policy':
      return { ...view, policy: event.policy };
    case 'application': {
      const application = newerOf(view.application, event.application);
      return application === view.application ? view : { ...view, application };
    }
    case 'preview':
      return hasEnded(view.application) ? view : { ...view, preview: event.preview };
    case 'tray':
      return hasEnded(view.application) ? view : { ...view, tray: { front: event.front, back: event.back } };
    case 'ended':
      // In that state no screen shows what was typed. The pictures go now: the next session's screen may be a moment away.
      return {
        ...view,
        application: view.application === null ? null : { ...view.application, state: 'wiping' },
        preview: null,
        tray: null,
      };
    default:
      return unreachable(event);
  }
}

/** A store that knows nothing yet. */
export function createCoreStore(): CoreStore {
  return createStore<CoreView>()(() => NOTHING_YET);
}
