import type { SealedName } from '../../../shared/contract/command/record-search.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { RecordSearchPaper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import { searchOnPaper } from '../../../shared/record-search/search-paper.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { exportName, hashInName } from '../disk/export-names.ts';
import { saveExport } from '../disk/save-export.ts';
import { inUse } from '../printing/printer-inspector.ts';
import type { Session } from '../sessions/session.ts';
import type { AnsweredSearch } from './record-searches.ts';
import { digestOfAnswer } from './search-statement.ts';

type SearchAnswerCalls = Pick<Handlers<typeof keeperCalls>, 'saveRecordSearch' | 'printRecordSearch'>;

const notNow = { kind: 'not-now' } as const;

/** What taking the answer of a search away needs of the kiosk. */
export interface SearchAnswerPort {
  readonly recordSearches: {
    answerOf(occupant: Occupant): AnsweredSearch | null;
    noteFile(occupant: Occupant, file: string): void;
  };
  readonly clock: { readonly timeZone: string };
  readonly pool: { shown(): Session | null };
  readonly printer: { ordinary(): OrdinaryPrinter | null };
  readonly papers: {
    printSearch(printer: OrdinaryPrinter, paper: RecordSearchPaper, name: SealedName): number | null;
  };
  /** Where answers are written (a stick), or nowhere. */
  readonly exportFolder: string | null;
}

/** The answer of the search in this session, in a file and on paper. */
export function searchAnswerCalls(
  { recordSearches, clock, pool, printer, papers, exportFolder }: SearchAnswerPort,
  occupant: Occupant,
): SearchAnswerCalls {
  return {
    saveRecordSearch() {
      const answer = recordSearches.answerOf(occupant);
      if (answer === null) return err(notNow);
      const { statement } = answer;
      // Its digest: after the clock was set back, another answer can have begun at the same moment, and is on the drive still.
      const which = `${statement.began.slice(0, 10)}-${hashInName(digestOfAnswer(statement))}`;
      const file = exportName('record-search', statement.kiosk, which, 'json');
      const saved = saveExport(exportFolder, file, [`${JSON.stringify(statement, null, 2)}\n`]);
      if (saved.ok) recordSearches.noteFile(occupant, file);
      return saved;
    },
    printRecordSearch() {
      const ordinary = printer.ordinary();
      if (ordinary === null) return err({ kind: 'no-ordinary-printer' });
      const answer = recordSearches.answerOf(occupant);
      if (answer === null || pool.shown() !== occupant.session) return err(notNow);
      const paper = searchOnPaper(answer.statement, digestOfAnswer(answer.statement), clock.timeZone);
      const number = papers.printSearch(ordinary, paper, answer.name);
      return number === null ? err(inUse) : ok({ number });
    },
  };
}
