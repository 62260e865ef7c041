import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { Occupant } from '../applications/occupants.ts';

/** What every feature may do to the screens: the features tell them events, and know nothing of what a status is made of. */
export interface Screens {
  tell(token: string, event: KeeperEvent): void;
  /** Tells every session. */
  tellAll(event: KeeperEvent): void;
  /** Sends every session the present status. */
  refresh(): void;
}

/** What each session is to be told, looked up once for all of them. */
type StatusSource = () => (occupant: Occupant) => KioskStatus;

/** Screens whose status is not known yet. */
export interface UnconnectedScreens extends Screens {
  /**
   * From now on a refresh asks this for what is so at that moment, and sends each session its part. Called once, when all
   * is put together.
   */
  setStatusSource(now: StatusSource): void;
}

/** What screens need of the keeper. */
export interface ScreensPort {
  readonly occupants: ReadonlyMap<string, Occupant>;
  /** The replacement of a session may come to its end after that of the keeper. */
  readonly closing: AbortSignal;
  /** What happens to the kiosk from outside is being told now. */
  readonly outside: { told(): void };
  tell(token: string, event: KeeperEvent): void;
}

/** The screens of a keeper's sessions. */
export function createScreens({ occupants, closing, outside, tell }: ScreensPort): UnconnectedScreens {
  let statusNow: StatusSource | null = null;
  return {
    tell,
    tellAll(event) {
      for (const token of occupants.keys()) tell(token, event);
    },
    setStatusSource(now) {
      statusNow = now;
    },
    refresh() {
      if (statusNow === null || closing.aborted) return;
      outside.told();
      const statusOf = statusNow();
      for (const [token, occupant] of occupants) {
        tell(token, { kind: 'status', status: statusOf(occupant) });
      }
    },
  };
}
