import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { startVitest } from 'vitest/node';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';
import type { AttackRun, Outcome } from './attacks.ts';

const KINDS = { passed: 'held', failed: 'got-through', skipped: 'not-tried', pending: 'not-tried' } as const;

/** Runs test files. `tell` gets the outcomes of a file as soon as it is through, and `explain` why each test that failed did. */
export async function runAttacks(
  files: readonly string[],
  tell: (file: string, outcomes: readonly Outcome[]) => void,
  explain: (outcome: Outcome, why: string) => void,
): Promise<AttackRun> {
  const outcomes: Outcome[] = [];
  const errors: string[] = [];

  function hear(module: TestModule): void {
    const file = relative(repositoryFolder, module.moduleId);
    const told = [...module.children.allTests()].map((test): Outcome => {
      const result = test.result();
      const outcome = { file, name: test.fullName, kind: KINDS[result.state] };
      if (result.state === 'failed') explain(outcome, result.errors.map(({ message }) => message).join('\n'));
      return outcome;
    });
    errors.push(...module.errors().map(({ message }) => `${file}: ${message}`));
    outcomes.push(...told);
    tell(file, told);
  }

  const reporter: Reporter = {
    onTestModuleEnd: hear,
    onTestRunEnd: (_modules, unhandled) => void errors.push(...unhandled.map(({ message }) => message)),
  };
  const vitest = await startVitest([...files], {
    root: repositoryFolder,
    run: true,
    watch: false,
    reporters: [reporter],
  });
  await vitest.close();
  return { outcomes, errors };
}
