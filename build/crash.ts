import { parseArgs } from 'node:util';
import { sabotage as sabotageSchema } from '../tests/crash/order.ts';
import { runCrash } from '../tests/crash/run.ts';
import { reachAdministratorPrograms } from './machine/command.ts';
import { prepareMachine } from './machine/prepare.ts';

/** `npm run crash [-- --sample 40] [-- --sabotage keep-key|rename-slot|keep-journal]`. The last line is JSON. */
const { values } = parseArgs({ options: { sample: { type: 'string' }, sabotage: { type: 'string' } } });
const sabotage = sabotageSchema.optional().parse(values.sabotage) ?? null;
const sample = values.sample === undefined ? null : Number(values.sample);
if (sample !== null && (!Number.isInteger(sample) || sample < 1))
  throw new Error('--sample is a number from 1');

reachAdministratorPrograms();
const prepared = await prepareMachine({ needs: ['crash'] });
if (!prepared.ok) {
  process.stderr.write(`${prepared.error.say}\n`);
  process.exit(1);
}
const result = await runCrash({ sample, sabotage, say: (line) => process.stdout.write(`${line}\n`) });
const { void: voids, ...figures } = result;
if (voids > 0) process.stdout.write(`VOID ${voids} runs did not find their positive controls\n`);
process.stdout.write(`${JSON.stringify(figures)}\n`);
const { lost, remnants, decryptable } = figures;
process.exitCode = voids > 0 ? 2 : lost + remnants + decryptable === 0 ? 0 : 1;
