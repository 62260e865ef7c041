import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { reachAdministratorPrograms } from './machine/command.ts';
import { prepareMachine } from './machine/prepare.ts';
import { findRuntime } from './runtime/find-runtime.ts';
import { runAll } from './test/run-all.ts';
import { suitesOf } from './test/suites.ts';

/**
 * `npm test`: unit tests, real printing, the real Electron, the search for what stayed behind, and crashes; with
 * `--all` the long versions. The application is bundled once: every suite tests the same bytes.
 */
reachAdministratorPrograms();
const machine = await prepareMachine({
  needs: ['gui', 'display', 'keyboard', 'windows', 'rehearsal', 'selections', 'crash', 'print'],
});
if (!machine.ok) {
  process.stderr.write(`${machine.error.say}\n`);
  process.exit(1);
}
process.stdout.write(`${(await findRuntime()).say}\n`);
await bundle('evaluation');
const folder = join(repositoryFolder, 'out', 'test');
mkdirSync(folder, { recursive: true });
process.exitCode = await runAll(suitesOf({ all: process.argv.includes('--all') }), {
  folder,
  say: (text) => void process.stdout.write(text),
});
