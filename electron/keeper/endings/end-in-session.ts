import type { FeeReceipt } from '../../../shared/contract/fee-receipt.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { SearchOrder } from '../../../shared/contract/keeper.ts';
import type { SearchReport } from '../../../shared/contract/receipt.ts';
import { type Occupant, type Occupants, occupantOf } from '../applications/occupants.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { BegunWipe } from './begin-wipe.ts';
import type { EndingNews } from './ending-news.ts';

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
  readonly vault: { readonly wipes: { all(): readonly WipeRow[] } };
  readonly occupants: Occupants;
  readonly cardLookUp: { forget(application: ApplicationId): void };
  readonly endingNews: EndingNews;
  readonly sessionReplacement: { replaceSearching(occupant: Occupant): Promise<void> };
  readonly wipes: {
    begin(application: ApplicationId): Promise<void>;
    searched(application: ApplicationId, report: SearchReport): Promise<void>;
  };
  /** Where the session's core searches, and for what besides the values that it knows. */
  searchOrder(begun: BegunWipe, folder: { readonly path: string }): SearchOrder;
  /** Runs something after a pause, unless the keeper is closing by then. */
  later(milliseconds: number, run: () => void): void;
}

/** The endings of one keeper's applications. */
export function createSessionEndings(port: SessionEndingsPort): SessionEndings {
  const { vault, occupants, cardLookUp, endingNews, sessionReplacement, wipes } = port;

  function giveUpSearch(application: ApplicationId): void {
    const open = vault.wipes.all().some((row) => row.application === application && row.search === null);
    if (open) void wipes.searched(application, { kind: 'not-searched' });
  }

  return {
    occupantOf: (application) => occupantOf(occupants, application),
    async endInSession(occupant, begun, fee = null) {
      const { application } = begun;
      cardLookUp.forget(application);
      occupant.finishing = true;
      endingNews.began(application, fee);
      // Ordered before the steps, whose writes would keep it waiting (measured: docs/measurements.md). What is told on the
      // fresh screen comes with it.
      void sessionReplacement.replaceSearching(occupant);
      await wipes.begin(application);
      if (!occupant.connected) giveUpSearch(application);
      port.later(SEARCH_LIMIT_MILLISECONDS, () => giveUpSearch(application));
      return port.searchOrder(begun, occupant.session.folder);
    },
    async endUnseen({ application }) {
      cardLookUp.forget(application);
      endingNews.endedUnseen(application);
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
