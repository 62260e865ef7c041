import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { StatementPaper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import { exportName, hashInName } from '../disk/export-names.ts';
import { saveExport } from '../disk/save-export.ts';
import { inUse } from '../printing/printer-inspector.ts';
import type { MadeStatements } from './made-statements.ts';
import { type MadeStatement, madeOnPaper } from './sign-statement.ts';

type MadeStatementCalls = Pick<Handlers<typeof keeperCalls>, 'saveStatement' | 'printStatement'>;

/** What taking a statement away needs of the kiosk. */
export interface MadeStatementPort {
  readonly statements: MadeStatements;
  readonly papers: { print(printer: OrdinaryPrinter, paper: StatementPaper): number | null };
  readonly printer: { ordinary(): OrdinaryPrinter | null };
  /** Where the file is written (a stick), or nowhere. */
  readonly exportFolder: string | null;
}

const notNow = { kind: 'not-now' } as const;

/** The custody statement that was made last, written or printed as often as somebody likes. */
export function madeStatementCalls(port: MadeStatementPort): MadeStatementCalls {
  const { statements } = port;
  return {
    saveStatement({ digest }) {
      const found = statements.find(digest);
      if (found === null) return err(notNow);
      return saveExport(port.exportFolder, nameOf(found), [found.file]);
    },
    /** Worded here: a page says which statement, and nothing that stands on it. */
    printStatement({ digest }) {
      const found = statements.find(digest);
      if (found === null) return err(notNow);
      const printer = port.printer.ordinary();
      if (printer === null) return err({ kind: 'no-ordinary-printer' });
      const number = port.papers.print(printer, madeOnPaper(found));
      return number === null ? err(inUse) : ok({ number });
    },
  };
}

/** By its digest: where the ledger takes no entry, two statements of a day are made at the same head. */
function nameOf({ statement: { kiosk, made }, digest }: MadeStatement): string {
  return exportName('statement', kiosk.identifier, `${made.day}-${hashInName(digest)}`, 'json');
}
