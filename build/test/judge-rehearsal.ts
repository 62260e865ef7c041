import { runRehearsal } from '../../tests/rehearsal/run.ts';
import { reachAdministratorPrograms } from '../machine/command.ts';
import { prepareMachine } from '../machine/prepare.ts';
import { judgeAll } from './judgements.ts';

// A release's own code in a release's own window, worked at by X keys. About two and a half minutes.

reachAdministratorPrograms();
const machine = await prepareMachine({
  needs: ['gui', 'display', 'keyboard', 'windows', 'rehearsal', 'print'],
});
if (!machine.ok) throw new Error(machine.error.say);
await judgeAll('rehearsal', [
  {
    what: 'people are served by keys in the window of a release, with and without a window manager',
    async judge() {
      const { passed, failed, skipped } = await runRehearsal({
        sabotage: null,
        say: (line) => void process.stdout.write(`${line}\n`),
      });
      if (skipped !== undefined) return { isPassed: null, skipped };
      return { isPassed: failed === 0 && passed > 0, note: `${passed} steps` };
    },
  },
]);
