import { releasesToCutShort } from '../../tests/crash/carried-over.ts';
import { crashMigration, isHarmless } from '../../tests/crash/migration.ts';
import type { Sabotage } from '../../tests/crash/order.ts';
import { type CrashResult, runCrash } from '../../tests/crash/run.ts';
import { reachAdministratorPrograms } from '../machine/command.ts';
import { type Judgement, judgeAll, type Verdict } from './judgements.ts';

/** Points for each custody; those around hand-over and wipe are always among them. `--all`: every one there is. */
const CRASH_SAMPLE = 8;
/** Points of a migration. */
const MIGRATION_SAMPLE = 4;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const all = process.argv.includes('--all');
const foundBy = (result: CrashResult): number => result.lost + result.remnants + result.decryptable;

async function judgeClean(): Promise<Verdict> {
  const result = await runCrash({ sample: all ? null : CRASH_SAMPLE, sabotage: null, say });
  const { points, powerCuts, repeated, skipped } = result;
  const cut = skipped === undefined ? powerCuts : points;
  const isTried = [points.memory, points.sealed, cut.memory, cut.sealed].every((count) => count > 0);
  return {
    isPassed: result.void === 0 && isTried && foundBy(result) === 0,
    note: `${points.memory} + ${points.sealed} points, ${powerCuts.memory} + ${powerCuts.sealed} power cuts, ${repeated.memory} + ${repeated.sealed} equal writes left out, ${result.forgottenByDesign} forgotten by design`,
    ...(skipped === undefined ? {} : { skipped: `power cuts: ${skipped}` }),
  };
}

function sabotaged(sabotage: Sabotage): Judgement {
  return {
    what: `a kiosk with the fault ${sabotage} is found out`,
    async judge() {
      const result = await runCrash({ sample: 2, sabotage, say });
      // What a rename leaves shows only on a disk of its own, which not every machine may mount.
      if (result.skipped !== undefined && sabotage === 'rename-slot') {
        return { isPassed: null, skipped: `${sabotage}: ${result.skipped}` };
      }
      return { isPassed: foundBy(result) > 0 };
    },
  };
}

async function judgeMigrations(): Promise<Verdict> {
  const notes: string[] = [];
  let isPassed = true;
  for (const release of releasesToCutShort()) {
    const sample = all ? null : MIGRATION_SAMPLE;
    const result = await crashMigration({ release, sample, sabotage: null, say });
    if (result.skipped !== undefined) return { isPassed: null, skipped: `migrations: ${result.skipped}` };
    const { points, powerCuts, seenBefore } = result;
    isPassed &&= isHarmless(result);
    const seen =
      seenBefore === null
        ? 'no row written anew'
        : `old bytes seen ${seenBefore} times before the next start`;
    notes.push(`${release}: ${points} points, ${powerCuts} power cuts, ${seen}`);
  }
  return { isPassed, note: notes.join('; ') };
}

async function judgeKeptFile(): Promise<Verdict> {
  const result = await crashMigration({
    release: 'first-release',
    sample: 1,
    sabotage: 'keep-old-file',
    say,
  });
  return result.skipped === undefined
    ? { isPassed: result.left > 0 }
    : { isPassed: null, skipped: `migrations: ${result.skipped}` };
}

reachAdministratorPrograms();
await judgeAll('crash', [
  {
    what: 'at every point tried an application is whole before hand-over and gone after it',
    judge: judgeClean,
  },
  sabotaged('keep-key'),
  sabotaged('rename-slot'),
  sabotaged('keep-journal'),
  sabotaged('keep-old-signing-key'),
  {
    what: 'a migration cut short at every write tried loses nothing, and leaves nothing of the old file',
    judge: judgeMigrations,
  },
  {
    what: 'a migration that keeps the old file is found out',
    judge: judgeKeptFile,
  },
]);
