import { parseArgs } from 'node:util';
import type { Sabotage } from '../tests/rehearsal/package.ts';
import { runRehearsal } from '../tests/rehearsal/run.ts';
import { prepareMachine } from './machine/prepare.ts';

/**
 * `npm run rehearsal [-- --sabotage kiosk-spare]`: a release's own code in a release's own window, worked at by X
 * keys. Leaves a picture of each screen in out/rehearsal. The last line says how many passed and failed.
 */
const { values } = parseArgs({ options: { sabotage: { type: 'string' } } });

function sabotageOf(word: string | undefined): Sabotage {
  if (word === undefined) return null;
  if (word === 'kiosk-spare') return word;
  throw new Error(`no such sabotage: ${word}`);
}

const sabotage = sabotageOf(values.sabotage);
const machine = await prepareMachine({
  needs: ['gui', 'display', 'keyboard', 'windows', 'rehearsal', 'print'],
});
if (!machine.ok) {
  process.stderr.write(`${machine.error.say}\n`);
  process.exit(1);
}
const began = performance.now();
const { passed, failed, skipped } = await runRehearsal({
  sabotage,
  say: (line) => void process.stdout.write(`${line}\n`),
});
process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s, pictures in out/rehearsal\n`);
if (skipped !== undefined) process.stdout.write(`SKIPPED rehearsal: ${skipped}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
