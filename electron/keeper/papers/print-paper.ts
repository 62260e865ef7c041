import type { Answer } from '../../../shared/contract/declare.ts';
import type { Paper, RecordSearchPaper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { inUse } from '../printing/printer-inspector.ts';
import type { Session } from '../sessions/session.ts';

/** Every paper but that of a name search, which is printed by its own way. */
export type PaperWithoutSearch = Exclude<Paper, RecordSearchPaper>;

/** What it takes to print a paper that is about nobody. */
export interface PrintPaperPort {
  readonly printer: { ordinary(): OrdinaryPrinter | null };
  readonly papers: { print(printer: OrdinaryPrinter, paper: PaperWithoutSearch): number | null };
  readonly pool: { shown(): Session | null };
}

/** Prints a paper that this session may have printed; `word` is given the printer. Answers the paper's number. */
export function printPaper(
  port: PrintPaperPort,
  occupant: Occupant,
  word: (printer: OrdinaryPrinter) => PaperWithoutSearch,
): Answer<{ number: number }> {
  const printer = port.printer.ordinary();
  if (printer === null) return err({ kind: 'no-ordinary-printer' });
  // Only what somebody sees is printed; and a session that ever had an applicant has words that no paper may carry,
  // also while that application is being wiped.
  if (port.pool.shown() !== occupant.session || occupant.used) return err({ kind: 'not-now' });
  const number = port.papers.print(printer, word(printer));
  return number === null ? err(inUse) : ok({ number });
}
