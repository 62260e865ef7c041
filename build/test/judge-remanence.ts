import { isManagerRefused, runClipboardManager } from '../../tests/remanence/clipboard-manager.ts';
import { isRefused, runDiskSpool } from '../../tests/remanence/disk-spool.ts';
import type { RemanencePrinter } from '../../tests/remanence/enrollment.ts';
import { runRemanence, type Sabotage } from '../../tests/remanence/run.ts';
import { makeReady, type ReadyKiosk } from '../kiosk/make-ready.ts';
import { reachAdministratorPrograms } from '../machine/command.ts';
import { type Judgement, judgeAll } from './judgements.ts';

// Searches that must find nothing, with the built-in printer and with a queue of a real cupsd; sabotaged ones that
// must find something; and a queue that must be refused. About 15 s a person.

const all = process.argv.includes('--all');

const saySkipped = (why: string | undefined) => (why === undefined ? {} : { skipped: `raw blocks: ${why}` });

function clean(ready: ReadyKiosk, what: string, printer: RemanencePrinter, enrollments: number): Judgement {
  return {
    what,
    async judge() {
      const found = await runRemanence(ready, { enrollments, sabotage: null, printer });
      const { control, processes, bytes, hits, spool, selections } = found;
      const isControlled =
        control > 0 && selections.control > 0 && (printer === 'virtual' || (spool?.control ?? 0) > 0);
      const figures = `${found.enrollments} enrollments, ${control} control hits, ${processes} processes, ${bytes} bytes searched, ${hits} hits`;
      return {
        holds: isControlled && hits === 0,
        where: found.where,
        ...(printer === 'virtual' ? { note: figures } : {}),
        ...saySkipped(spool?.skipped),
      };
    },
  };
}

function sabotaged(ready: ReadyKiosk, sabotage: Sabotage): Judgement {
  return {
    what: `a kiosk with the fault ${sabotage} is found out`,
    async judge() {
      const found = await runRemanence(ready, { enrollments: 1, sabotage, printer: 'virtual' });
      return { holds: found.hits > 0 };
    },
  };
}

function diskSpool(ready: ReadyKiosk): Judgement {
  return {
    what: 'a queue with its spool on a disk is refused',
    async judge() {
      const disk = await runDiskSpool(ready);
      return { holds: isRefused(disk), where: disk.where, ...saySkipped(disk.skipped) };
    },
  };
}

function clipboardManager(ready: ReadyKiosk): Judgement {
  return {
    what: 'beside a clipboard manager a kiosk neither goes live nor takes anybody in',
    async judge() {
      return { holds: isManagerRefused(await runClipboardManager(ready)) };
    },
  };
}

reachAdministratorPrograms();
const ready = await makeReady(['gui', 'display', 'keyboard', 'selections', 'crash', 'print'], {
  ownDisplay: true,
});
try {
  await judgeAll('remanence', [
    clean(ready, 'nothing of the applicants is found after hand-over', 'virtual', all ? 20 : 2),
    sabotaged(ready, 'skip-wipe'),
    // In the long version only: a kept journal is found out by the crash suite of the short one as well, and processes
    // and folders of a session that has ended are looked for by turn-over.test.ts.
    ...(all ? [sabotaged(ready, 'skip-turnover'), sabotaged(ready, 'keep-journal')] : []),
    sabotaged(ready, 'keep-selections'),
    clipboardManager(ready),
    clean(ready, 'nothing of the applicants is found at a queue after hand-over', 'cups', all ? 20 : 1),
    diskSpool(ready),
  ]);
} finally {
  await ready.display.stop();
}
