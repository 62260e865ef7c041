import { join } from 'node:path';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { searchOnPaper } from '../../../shared/record-search/search-paper.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { exportName } from '../disk/export-names.ts';
import { writeWholeFile } from '../disk/write-whole-file.ts';
import type { ActTime } from '../outbox/outbox.ts';
import type { Papers } from '../printing/papers.ts';
import { inUse } from '../printing/printer-inspector.ts';
import type { Session } from '../sessions/session.ts';
import { type ActorsPort, type ApprovableHandlers, actorOf, secondOf } from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import { type LeaveSearchPort, leaveSearch } from './leave-search.ts';
import type { RecordSearches } from './record-searches.ts';

type RecordSearchCalls = Pick<
  Handlers<typeof keeperCalls>,
  'beginRecordSearch' | 'cancelRecordSearch' | 'saveRecordSearch' | 'printRecordSearch' | 'endRecordSearch'
> &
  Pick<ApprovableHandlers, 'searchRecords'>;

const notNow = { kind: 'not-now' } as const;

/** What answering "Do we hold this name?" needs of the kiosk. */
export interface RecordSearchPort extends ActorsPort, LeaveSearchPort {
  readonly recordSearches: RecordSearches;
  readonly kiosk: { isPracticing(): boolean };
  readonly intake: { unsafe(): Promise<Refusal | null> };
  readonly outbox: { now(): ActTime };
  readonly pool: { shown(): Session | null };
  readonly printer: { ordinary(): OrdinaryPrinter | null };
  readonly papers: Papers;
}

/**
 * A search for somebody has a session of its own, as an application has: a name is typed in it, and it ends with all that
 * knew the name. `exportFolder`: where answers are written, or nowhere.
 */
export function recordSearchCalls(
  port: RecordSearchPort,
  exportFolder: string | null,
  occupant: Occupant,
): RecordSearchCalls {
  const { recordSearches, kiosk, intake, outbox, pool, printer, papers } = port;

  return {
    async beginRecordSearch() {
      // Nobody in practice is somebody who is asked for.
      if (kiosk.isPracticing()) return err({ kind: 'in-practice' });
      const unsafe = await intake.unsafe();
      if (unsafe !== null) return err(unsafe);
      // Not the start screen's rule: it is answered also while somebody is being erased.
      if (occupant.used || pool.shown() !== occupant.session) return err(notNow);
      recordSearches.begin(occupant);
      return ok({});
    },
    async searchRecords({ name, digest, reason }, approval) {
      if (!covers(approval, { act: 'searchRecords', digest, reason })) return err({ kind: 'not-allowed' });
      if (occupant.leaving || !recordSearches.mayStart(occupant)) return err(notNow);
      const by = actorOf(port, approval).member;
      const second = secondOf(approval).member;
      const asked = { by, second, reason, digest, began: outbox.now().utc };
      return (await recordSearches.start(occupant, name, asked)) ? ok({}) : err({ kind: 'malformed' });
    },
    cancelRecordSearch() {
      recordSearches.cancel(occupant);
      return ok({});
    },
    saveRecordSearch() {
      if (exportFolder === null) return err({ kind: 'no-export-folder' });
      const answer = recordSearches.answerOf(occupant);
      if (answer === null) return err(notNow);
      const { statement } = answer;
      const moment = statement.began.slice(0, 19).replaceAll(':', '-');
      const file = exportName('record-search', statement.kiosk, moment, 'json');
      writeWholeFile(join(exportFolder, file), [`${JSON.stringify(statement, null, 2)}\n`]);
      recordSearches.noteFile(occupant, file);
      return ok({ file });
    },
    printRecordSearch() {
      const ordinary = printer.ordinary();
      if (ordinary === null) return err({ kind: 'no-ordinary-printer' });
      const answer = recordSearches.answerOf(occupant);
      if (answer === null || pool.shown() !== occupant.session) return err(notNow);
      const number = papers.printSearch(ordinary, searchOnPaper(answer.statement), answer.name);
      return number === null ? err(inUse) : ok({ number });
    },
    endRecordSearch() {
      return leaveSearch(port, occupant) ? ok({}) : err(notNow);
    },
  };
}
