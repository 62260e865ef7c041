import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { reachAdministratorPrograms } from './machine/command.ts';
import { prepareMachine } from './machine/prepare.ts';
import { findRuntime } from './runtime/find-runtime.ts';
import { electron25 } from './runtime/pins.ts';
import { committedFiles, keepRuns, meansOf, nothingKept } from './test/kept-runs.ts';
import { runAll } from './test/run-all.ts';
import { suitesOf, suitesOnSecond } from './test/suites.ts';

/**
 * `npm test`: unit tests, real printing, the real Electron, the search for what stayed behind, and crashes. With
 * `--all` the long versions, and what depends on the runtime on the older one as well, unless COUNTERFOIL_RUNTIME names
 * one; suites that have passed whole on the same sources, by somebody with the same means, are not run again. The application
 * is bundled once: every suite tests the same bytes.
 */
const all = process.argv.includes('--all');
reachAdministratorPrograms();
const machine = await prepareMachine({
  needs: ['gui', 'display', 'keyboard', 'windows', 'rehearsal', 'selections', 'crash', 'print', 'foreign'],
});
if (!machine.ok) {
  process.stderr.write(`${machine.error.say}\n`);
  process.exit(1);
}
const { say, electronVersion } = await findRuntime();
process.stdout.write(`${say}\n`);
await bundle('evaluation');
const folder = join(repositoryFolder, 'out', 'test');
mkdirSync(folder, { recursive: true });
const committed = all ? committedFiles(repositoryFolder) : null;
const hasSecond =
  all && (process.env.COUNTERFOIL_RUNTIME ?? '') === '' && electronVersion !== electron25.electronVersion;
process.exitCode = await runAll(
  {
    inTurn: [
      suitesOf({ all }),
      ...(hasSecond
        ? [suitesOnSecond({ wish: 'electron-25', electronVersion: electron25.electronVersion })]
        : []),
    ],
  },
  {
    folder,
    say: (text) => void process.stdout.write(text),
    kept:
      committed === null
        ? nothingKept
        : keepRuns(join(repositoryFolder, 'out', 'passed'), { committed, electronVersion, means: meansOf() }),
  },
);
