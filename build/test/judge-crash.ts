import type { Sabotage } from '../../tests/crash/order.ts';
import { type CrashResult, runCrash } from '../../tests/crash/run.ts';
import { reachAdministratorPrograms } from '../machine/command.ts';
import { type Judgement, judgeAll, type Verdict } from './judgements.ts';

/** Points for each custody; those around hand-over and wipe are always among them. `--all`: every one there is. */
const CRASH_SAMPLE = 8;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const all = process.argv.includes('--all');
const foundBy = (result: CrashResult): number => result.lost + result.remnants + result.decryptable;

async function judgeClean(): Promise<Verdict> {
  const result = await runCrash({ sample: all ? null : CRASH_SAMPLE, sabotage: null, say });
  const { points, powerCuts, repeated, skipped } = result;
  const cut = skipped === undefined ? powerCuts : points;
  const isTried = [points.memory, points.sealed, cut.memory, cut.sealed].every((count) => count > 0);
  return {
    holds: result.void === 0 && isTried && foundBy(result) === 0,
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
        return { holds: null, skipped: `${sabotage}: ${result.skipped}` };
      }
      return { holds: foundBy(result) > 0 };
    },
  };
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
]);
