import { parseArgs } from 'node:util';
import { releasesToCutShort } from '../tests/crash/carried-over.ts';
import { crashMigration, isHarmless } from '../tests/crash/migration.ts';
import { sabotage as sabotageSchema } from '../tests/crash/order.ts';
import { runCrash } from '../tests/crash/run.ts';
import { reachAdministratorPrograms } from './machine/command.ts';
import { prepareMachine } from './machine/prepare.ts';

/**
 * `npm run crash [-- --sample 40] [-- --sabotage keep-key|rename-slot|keep-journal|keep-old-signing-key]`: a kiosk at work. `-- --migrations
 * [--sample 4]`: files of earlier versions while they are carried over, by root only. The last line is JSON.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    sabotage: { type: 'string' },
    migrations: { type: 'boolean', default: false },
  },
});
const sabotage = sabotageSchema.optional().parse(values.sabotage) ?? null;
const sample = values.sample === undefined ? null : Number(values.sample);
if (sample !== null && (!Number.isInteger(sample) || sample < 1))
  throw new Error('--sample is a number from 1');
if (values.migrations && sabotage !== null) throw new Error('--migrations has no --sabotage');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

reachAdministratorPrograms();
const prepared = await prepareMachine({ needs: ['crash'] });
if (!prepared.ok) {
  process.stderr.write(`${prepared.error.say}\n`);
  process.exit(1);
}
process.exitCode = values.migrations ? await cutMigrationsShort() : await killAtWork();

/** 2: nothing was proven. */
async function killAtWork(): Promise<0 | 1 | 2> {
  const { void: voids, ...figures } = await runCrash({ sample, sabotage, say });
  if (voids > 0) say(`VOID ${voids} runs did not find their positive controls`);
  say(JSON.stringify(figures));
  const { lost, remnants, decryptable } = figures;
  if (voids > 0) return 2;
  return lost + remnants + decryptable === 0 ? 0 : 1;
}

async function cutMigrationsShort(): Promise<0 | 1 | 2> {
  const results = [];
  for (const release of releasesToCutShort()) {
    const result = await crashMigration({ release, sample, sabotage: null, say });
    if (result.skipped !== undefined) {
      say(`SKIPPED migrations: ${result.skipped}`);
      return 2;
    }
    results.push({ release, ...result });
  }
  say(JSON.stringify(results));
  return results.every(isHarmless) ? 0 : 1;
}
