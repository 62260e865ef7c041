import { isRefused, runDiskSpool } from '../../tests/remanence/disk-spool.ts';
import type { ReadyKiosk } from '../kiosk/make-ready.ts';
import type { Judgement } from './judgements.ts';
import { judgeAtKiosk, nothingFound, saySkipped } from './remanence-judgements.ts';

// With a queue of a real cupsd: a search that must find nothing on the print server's side either, and a queue that
// must be refused.

const all = process.argv.includes('--all');

function diskSpool(ready: ReadyKiosk): Judgement {
  return {
    what: 'a queue with its spool on a disk is refused',
    async judge() {
      const disk = await runDiskSpool(ready);
      return { isPassed: isRefused(disk), where: disk.where, ...saySkipped(disk.skipped) };
    },
  };
}

await judgeAtKiosk('remanence at a queue', (ready) => [
  nothingFound(ready, 'nothing of the applicants is found after hand-over', 'cups', all ? 20 : 1),
  diskSpool(ready),
]);
