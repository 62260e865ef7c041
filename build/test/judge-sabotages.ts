import { spawnSync } from 'node:child_process';
import { protections } from '../../tests/hostile/protections/protections.ts';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';
import { type Judgement, judgeAll } from './judgements.ts';

// Takes each protection out, and runs the test files that it names: about a minute each, two hours for all.

const NOT_SO = 'NOT SO: ';

function takenOut(name: string): Judgement {
  return {
    what: `without ${name} exactly its own tests fail`,
    judge() {
      const words = ['--import', './build/machine/require-node.mjs', 'build/hostile.ts'];
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        // A process for each: a test runner keeps what it has loaded.
        [...words, '--sabotage', name, '--declared'],
        { cwd: repositoryFolder, encoding: 'utf8' },
      );
      const odd = stdout.split('\n').filter((line) => line.startsWith(NOT_SO));
      const where = status === 0 || odd.length > 0 ? odd : [`it ended with ${status}: ${stderr}`];
      return Promise.resolve({ isPassed: status === 0, where });
    },
  };
}

await judgeAll(
  'sabotages',
  protections.map(({ name }) => takenOut(name)),
);
