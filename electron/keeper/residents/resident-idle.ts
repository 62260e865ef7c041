import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import { isErasing, type LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { type Occupant, type Occupants, occupantShown, openIn } from '../applications/occupants.ts';
import type { Session } from '../sessions/session.ts';
import type { ResidentScreen } from './resident-screen.ts';

/** Ends what nobody is before any more. */
export interface ResidentIdle {
  /** To be called every few seconds. True: there is something to be told to the screens. */
  check(): boolean;
}

/** What that needs of the kiosk. */
export interface ResidentIdlePort {
  readonly residentScreen: Pick<ResidentScreen, 'idle' | 'isTimeUp' | 'nextVisitor'>;
  readonly staff: { lock(): void };
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  readonly pool: { shown(): Session | null };
  readonly occupants: Occupants;
  readonly startScreen: { offered(): Ticket | null; offer(ticket: Ticket | null): void };
  readonly endings: { shown(): LastEnding; over(): void };
  /**
   * Ends the application, or takes it off the screen where a hold keeps it. False: neither is possible now.
   * @throws where the disk does not take it: then nothing of it has happened.
   */
  end(occupant: Occupant, application: ApplicationId): boolean;
  failed(error: unknown): void;
}

/** That of one keeper. */
export function createResidentIdle(port: ResidentIdlePort): ResidentIdle {
  const { residentScreen, staff, kiosk, startScreen, endings } = port;
  let isWarned = false;

  /** The screen of somebody who went, before the next one comes: what it tells was for them. */
  function clearNews(): boolean {
    const news = endings.shown();
    const wasOffered = startScreen.offered() !== null;
    // Nobody has gone on with it: it waits in the list, and whoever comes next must not get it.
    startScreen.offer(null);
    if ((news.kind !== 'ticket' && news.kind !== 'left') || isErasing(news)) return wasOffered;
    endings.over();
    return true;
  }

  /** Not to be seen by whoever passes, whatever it is. */
  function lock(): true {
    staff.lock();
    return true;
  }

  function endApplication(occupant: Occupant, application: ApplicationId): true {
    try {
      return port.end(occupant, application) || lock();
    } catch (error) {
      port.failed(error);
      return lock();
    }
  }

  function end(): boolean {
    const occupant = occupantShown(port.pool, port.occupants);
    const application = occupant === null ? null : openIn(occupant);
    const isCounter = kiosk.forResidents().setting === 'counter';
    if (occupant !== null && application !== null)
      return isCounter ? lock() : endApplication(occupant, application);
    const wasUsed = residentScreen.nextVisitor();
    const isNews = clearNews();
    // Nobody can begin here but a clerk.
    return isCounter ? lock() : isNews || wasUsed;
  }

  return {
    check() {
      const hasEnded = residentScreen.isTimeUp() && end();
      const warns = residentScreen.idle() !== null;
      const isNews = hasEnded || warns !== isWarned;
      isWarned = warns;
      return isNews;
    },
  };
}
