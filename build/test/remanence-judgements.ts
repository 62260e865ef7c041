import type { RemanencePrinter } from '../../tests/remanence/enrollment.ts';
import { runRemanence } from '../../tests/remanence/run.ts';
import { makeReady, type ReadyKiosk } from '../kiosk/make-ready.ts';
import { reachAdministratorPrograms } from '../machine/command.ts';
import { type Judgement, judgeAll } from './judgements.ts';

/** The figures of a run that could not search bare blocks say why. */
export const saySkipped = (why: string | undefined) =>
  why === undefined ? {} : { skipped: `raw blocks: ${why}` };

/**
 * A search that must find nothing, and whose controls must be found. About 15 s a person. `all`: afterwards
 * applicants answer alone, an application is produced, and its name is searched for.
 */
export function nothingFound(
  ready: ReadyKiosk,
  what: string,
  printer: RemanencePrinter,
  enrollments: number,
  all = false,
): Judgement {
  return {
    what,
    async judge() {
      const found = await runRemanence(ready, {
        enrollments,
        sabotage: null,
        printer,
        nameSearch: all,
        applicants: all,
      });
      const { control, processes, bytes, hits, spool, selections } = found;
      const isControlled =
        control > 0 && selections.control > 0 && (printer === 'virtual' || (spool?.control ?? 0) > 0);
      return {
        isPassed: isControlled && hits === 0,
        where: found.where,
        note: `${found.enrollments} enrollments, ${control} control hits, ${processes} processes, ${bytes} bytes searched, ${hits} hits`,
        ...saySkipped(spool?.skipped),
      };
    },
  };
}

/** Judges with a kiosk on a display of its own. */
export async function judgeAtKiosk(
  suite: string,
  judgements: (ready: ReadyKiosk) => readonly Judgement[],
): Promise<void> {
  reachAdministratorPrograms();
  const ready = await makeReady(['gui', 'display', 'keyboard', 'selections', 'crash', 'print'], {
    ownDisplay: true,
  });
  try {
    await judgeAll(suite, judgements(ready));
  } finally {
    await ready.display.stop();
  }
}
