import { join } from 'node:path';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import { statementOnPaper } from '../../../shared/statement/on-paper.ts';
import { writeWholeFile } from '../disk/write-whole-file.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { Papers } from '../printing/papers.ts';
import { inUse } from '../printing/printer-inspector.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import type { MadeStatements } from './made-statements.ts';
import { makeStatement, type StatementPort } from './make-statement.ts';
import { type MadeStatement, signStatement } from './sign-statement.ts';

type StatementCalls = Pick<
  Handlers<typeof keeperCalls>,
  'makeStatement' | 'saveStatement' | 'printStatement'
>;

/** What the calls need besides what a statement is made of. */
export interface StatementCallsPort extends ActorsPort {
  readonly outbox: EntryRecorder;
  readonly statements: MadeStatements;
  readonly papers: Pick<Papers, 'print'>;
  readonly printer: { ordinary(): OrdinaryPrinter | null };
  readonly screens: { refresh(): void };
  /** Where the file is written (a stick), or nowhere. */
  readonly exportFolder: string | null;
}

const notNow = { kind: 'not-now' } as const;

/** Custody statements on the supervisor's screen: made, then printed or written as often as somebody likes. */
export function statementCalls(port: StatementCallsPort, made: StatementPort): StatementCalls {
  const { statements, screens } = port;
  return {
    async makeStatement() {
      if (!statements.begin()) return err({ kind: 'no-statement', why: 'under-way' });
      const { member, role } = signedInActor(port);
      try {
        screens.refresh();
        const statement = await makeStatement(made, { member, role }, (progress) => {
          statements.tell(progress);
          screens.refresh();
        });
        if (!statement.ok) return err({ kind: 'no-statement', why: statement.error });
        const signed = signStatement(made.signingKey(), statement.value);
        port.outbox.record(({ utc }) => ({
          kind: 'statement-made',
          utc,
          by: member,
          statement: signed.digest,
        }));
        statements.keep(signed);
        return ok({ paper: onPaper(signed), digest: signed.digest });
      } finally {
        statements.end();
        screens.refresh();
      }
    },
    saveStatement({ digest }) {
      const found = statements.find(digest);
      if (found === null) return err(notNow);
      if (port.exportFolder === null) return err({ kind: 'no-export-folder' });
      const file = nameOf(found);
      writeWholeFile(join(port.exportFolder, file), [found.file]);
      return ok({ file });
    },
    /** Worded here: a page says which statement, and nothing that stands on it. */
    printStatement({ digest }) {
      const found = statements.find(digest);
      if (found === null) return err(notNow);
      const printer = port.printer.ordinary();
      if (printer === null) return err({ kind: 'no-ordinary-printer' });
      const number = port.papers.print(printer, onPaper(found));
      return number === null ? err(inUse) : ok({ number });
    },
  };
}

function onPaper({ statement, digest, code }: MadeStatement) {
  return statementOnPaper(statement, { digest, code });
}

/** Tells kiosk, day and the ledger's head apart on a stick that goes from counter to counter. */
function nameOf({ statement: { kiosk, made, ledger } }: MadeStatement): string {
  return `counterfoil-statement-${kiosk.identifier.slice(0, 8)}-${made.day}-${ledger.entries}.json`;
}
