import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { FeeReceipt } from '../../../shared/contract/fee-receipt.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { SearchOrder } from '../../../shared/contract/keeper.ts';
import type { SearchReport } from '../../../shared/contract/receipt.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { type Occupant, type Occupants, occupantOf } from '../applications/occupants.ts';
import type { JobRow } from '../printing/job-rows.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { BegunWipe } from './begin-wipe.ts';
import type { LeftByResident } from './endings.ts';
import { namesToFindNowhere } from './names-of.ts';

/** A core that has not reported its search by now never will: the wipe goes on without it and says so. */
const SEARCH_LIMIT_MILLISECONDS = 60_000;

/** How a wipe that has begun goes on, with the session that knows the values or without one. */
export interface SessionEndings {
  /** The occupant whose session has this application open. */
  occupantOf(application: ApplicationId): Occupant | null;
  /**
   * Ends an application that is open in a session. The fresh session comes onto the screen while the record dies and
   * the old one's core, out of sight, searches for what it knows. `fee`: what a receipt for its fee says. Answers the
   * folders to search, and what named the application until now.
   */
  endInSession(occupant: Occupant, begun: BegunWipe, fee?: FeeReceipt | null): Promise<SearchOrder>;
  /** Ends an application that no session has open: its values are known nowhere, so nothing can be searched for. */
  endUnseen(begun: BegunWipe): Promise<void>;
  /** What the session's search has found. */
  searched(application: ApplicationId, report: SearchReport): Promise<void>;
  /** Goes on with a wipe whose core cannot search any more. Harmless when the search has been reported. */
  giveUpSearch(application: ApplicationId): void;
  /** The core of this session is gone: whatever else of the session may live, nobody will report. */
  coreGone(occupant: Occupant): void;
}

/** What ending an application in its session needs of the kiosk. */
export interface SessionEndingsPort {
  readonly vault: {
    readonly wipes: { all(): readonly WipeRow[]; of(application: ApplicationId): WipeRow };
    readonly kiosk: { lastTicket(): { readonly day: string } };
    days(): readonly string[];
  };
  readonly jobRows: { of(owner: ApplicationId): readonly JobRow[] };
  readonly occupants: Occupants;
  readonly cardLookUp: { forget(application: ApplicationId): void };
  readonly endings: {
    began(application: ApplicationId, fee: FeeReceipt | null, left: LeftByResident | null): void;
    endedUnseen(application: ApplicationId, left: LeftByResident | null): void;
  };
  readonly residentScreen: { language(): ResidentLanguage | null; startOver(): void };
  readonly sessionReplacement: { replaceSearching(occupant: Occupant): Promise<void> };
  readonly wipes: {
    begin(application: ApplicationId): Promise<void>;
    searched(application: ApplicationId, report: SearchReport): Promise<void>;
  };
  /** Runs something after a pause, unless the keeper is closing by then. */
  later(milliseconds: number, run: () => void): void;
}

/** Where the search looks besides the session's own folder, and what it need not look for. */
export interface SearchPlaces {
  readonly roots: readonly string[];
  readonly clock: { today(): CalendarDate };
}

/** The endings of one keeper's applications. */
export function createSessionEndings(port: SessionEndingsPort, places: SearchPlaces): SessionEndings {
  const { vault, jobRows, occupants, cardLookUp, endings, sessionReplacement, wipes, later } = port;
  const { residentScreen } = port;

  function giveUpSearch(application: ApplicationId): void {
    const open = vault.wipes.all().some((row) => row.application === application && row.search === null);
    if (open) void wipes.searched(application, { kind: 'not-searched' });
  }

  return {
    occupantOf: (application) => occupantOf(occupants, application),
    async endInSession(occupant, { application, names }, fee = null) {
      cardLookUp.forget(application);
      occupant.finishing = true;
      endings.began(application, fee, leftBy(residentScreen.language(), vault.wipes.of(application)));
      residentScreen.startOver();
      // Ordered before the steps, whose writes would keep it waiting (measured: docs/measurements.md). What is told on the
      // fresh screen comes with it.
      void sessionReplacement.replaceSearching(occupant);
      await wipes.begin(application);
      if (!occupant.connected) giveUpSearch(application);
      later(SEARCH_LIMIT_MILLISECONDS, () => giveUpSearch(application));
      return {
        roots: [...places.roots, occupant.session.folder.path],
        names: [...namesToFindNowhere({ vault, jobRows }, application, names)],
        days: [...daysOf(vault, places.clock)],
      };
    },
    async endUnseen({ application }) {
      cardLookUp.forget(application);
      endings.endedUnseen(application, leftBy(residentScreen.language(), vault.wipes.of(application)));
      await wipes.searched(application, { kind: 'not-searched' });
    },
    searched: (application, report) => wipes.searched(application, report),
    giveUpSearch,
    coreGone(occupant) {
      occupant.connected = false;
      if (occupant.application !== null && occupant.finishing) giveUpSearch(occupant.application);
    },
  };
}

/** What a resident who has the screen is told; null: staff have it. Under a resident nobody hands over or refuses a card. */
function leftBy(language: ResidentLanguage | null, { outcome }: WipeRow): LeftByResident | null {
  if (language === null || outcome === 'issued' || outcome === 'denied') return null;
  return { language, outcome };
}

/** The days that stand in the vault as text; in the ledger they do not. Today among them: entries are still to come. */
function daysOf(vault: SessionEndingsPort['vault'], clock: { today(): CalendarDate }): readonly string[] {
  const wiped = vault.wipes.all().map(({ day }) => day);
  return [...new Set([dayText(clock.today()), vault.kiosk.lastTicket().day, ...vault.days(), ...wiped])];
}
