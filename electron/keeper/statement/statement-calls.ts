import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { StatementObstacle } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Statement } from '../../../shared/statement/statement.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import type { MadeStatements } from './made-statements.ts';
import type { SearchProgress } from './search-places.ts';
import { madeOnPaper, signStatement } from './sign-statement.ts';

type StatementCalls = Pick<Handlers<typeof keeperCalls>, 'makeStatement'>;

/** What having a statement made needs of the kiosk. */
export interface StatementCallsPort extends ActorsPort {
  readonly outbox: EntryRecorder & { waiting(): number };
  readonly statements: MadeStatements;
  readonly screens: { refresh(): void };
  /** See `makeStatement`. */
  makeStatement(
    askedBy: Statement['askedBy'],
    tell: (progress: SearchProgress) => void,
  ): Promise<Result<Statement, StatementObstacle>>;
  signingKey(): SigningKey;
}

/** Custody statements on the supervisor's screen, one at a time. */
export function statementCalls(port: StatementCallsPort): StatementCalls {
  const { statements, screens } = port;
  return {
    async makeStatement() {
      // What throws here must not leave one under way for ever.
      const { member, role } = signedInActor(port);
      if (!statements.begin()) return err({ kind: 'no-statement', why: 'under-way' });
      try {
        screens.refresh();
        const statement = await port.makeStatement({ member, role }, (progress) => {
          statements.tell(progress);
          screens.refresh();
        });
        if (!statement.ok) return err({ kind: 'no-statement', why: statement.error });
        const signed = signStatement(port.signingKey(), statement.value);
        port.outbox.record(({ utc }) => ({
          kind: 'statement-made',
          utc,
          by: member,
          statement: signed.digest,
        }));
        // It says that no entry waits, so that its own is in the ledger: nobody is to have it while that waits. The next one says so.
        if (statement.value.ledger.pending === 0 && port.outbox.waiting() > 0)
          return err({ kind: 'not-written' });
        statements.keep(signed);
        return ok({ paper: madeOnPaper(signed), digest: signed.digest });
      } finally {
        statements.end();
        screens.refresh();
      }
    },
  };
}
