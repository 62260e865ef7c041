import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { SearchStatement } from '../../../shared/record-search/statement.ts';
import type { Hold } from '../holds/hold.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { HeldApplications } from './held-applications.ts';
import { type AskedSearch, type BegunSearch, digestOfAnswer } from './search-statement.ts';

/** What entering a search in the ledger needs of the kiosk. */
export interface SearchEntriesPort {
  readonly held: HeldApplications;
  readonly outbox: EntryRecorder & { waiting(): number };
  readonly ledger: { head(): LedgerPosition | undefined };
  readonly holds: { all(): readonly StandingHold[] };
  readonly time: { doubt(): unknown };
}

/** A legal hold, as an answer tells of it. */
interface StandingHold {
  readonly scope: Hold['scope'];
  readonly reason: Hold['reason'];
  /** Epoch milliseconds. */
  readonly since: number;
}

/** The ledger's entries of searches. */
export interface SearchEntries {
  /**
   * Enters that everything is searched, on the ledger's disk before anything is opened: however a search ends, whoever
   * opened people has said so. Null: it is pending still.
   */
  enter(asked: AskedSearch): BegunSearch | null;
  /**
   * Enters which answer was signed, on the ledger's disk before anybody sees it: another one of the same search shows.
   * False: it is pending still, so nobody is to have the answer.
   */
  enterAnswer(statement: SearchStatement): boolean;
}

/** Those in the ledger of one kiosk. */
export function createSearchEntries({ held, outbox, ledger, holds, time }: SearchEntriesPort): SearchEntries {
  return {
    enter({ by, second, reason }) {
      const { applications, unsearchable } = held.count();
      let began = 0;
      outbox.record(({ utc }) => {
        began = utc;
        return {
          kind: 'records-searched',
          ...{ utc, by, second, reason },
          applications: roundFigure(applications),
          unsearchable: roundFigure(unsearchable),
        };
      });
      // Nothing else came between: it is the last one.
      const position = ledger.head();
      if (outbox.waiting() > 0 || position === undefined) return null;
      return {
        began,
        ledger: position,
        dateInDoubt: time.doubt() !== null,
        holds: holds.all().map(({ scope, reason: why, since }) => ({
          ...{ scope, reason: why, since: new Date(since).toISOString() },
        })),
      };
    },
    enterAnswer(statement) {
      outbox.record(({ utc }) => ({
        ...{ kind: 'record-search-answered', utc, searchEntry: statement.ledger.sequence },
        answer: digestOfAnswer(statement),
      }));
      return outbox.waiting() === 0;
    },
  };
}
