import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { err, ok } from '../../../shared/result.ts';
import { SAMPLE_STATEMENT_PAPER } from '../../../shared/statement/sample-statement.test-support.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type StatementActs = Pick<Handlers<typeof screenCalls>, 'makeStatement' | 'saveStatement' | 'printStatement'>;

/** Calls about custody statements: what is stated is always the same. */
export function statementActs({ status }: Pick<FixtureKiosk, 'status'>): StatementActs {
  return {
    makeStatement: () => ok({ paper: SAMPLE_STATEMENT_PAPER, digest: 'c0ffee42'.repeat(8) }),
    saveStatement: () => ok({ file: 'counterfoil-statement-5f5f5f5f-2026-11-28-c0ffee42c0ff.json' }),
    printStatement: () =>
      status().ordinaryPrinter === null ? err({ kind: 'no-ordinary-printer' }) : ok({ number: 1 }),
  };
}
