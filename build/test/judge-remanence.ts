import { isManagerRefused, runClipboardManager } from '../../tests/remanence/clipboard-manager.ts';
import { runRemanence, type Sabotage } from '../../tests/remanence/run.ts';
import type { ReadyKiosk } from '../kiosk/make-ready.ts';
import type { Judgement } from './judgements.ts';
import { judgeAtKiosk, nothingFound } from './remanence-judgements.ts';

// With the built-in printer: a search that must find nothing, and sabotaged ones that must find something.

const all = process.argv.includes('--all');

function sabotaged(ready: ReadyKiosk, sabotage: Sabotage): Judgement {
  return {
    what: `a kiosk with the fault ${sabotage} is found out`,
    async judge() {
      const found = await runRemanence(ready, { enrollments: 1, sabotage, printer: 'virtual' });
      return { isPassed: found.hits > 0 };
    },
  };
}

function clipboardManager(ready: ReadyKiosk): Judgement {
  return {
    what: 'beside a clipboard manager a kiosk neither goes live nor takes anybody in',
    async judge() {
      return { isPassed: isManagerRefused(await runClipboardManager(ready)) };
    },
  };
}

await judgeAtKiosk('remanence', (ready) => [
  nothingFound(ready, 'nothing of the applicants is found after hand-over', 'virtual', all ? 20 : 2, all),
  sabotaged(ready, 'skip-wipe'),
  // In the long version only: a kept journal is found out by the crash suite of the short one as well, processes and
  // folders of a session that has ended are looked for by session-replacement.test.ts, and what a kiosk does with
  // selections and beside a clipboard manager is in selections.e2e.ts.
  ...(all
    ? [
        sabotaged(ready, 'keep-selections'),
        sabotaged(ready, 'skip-session-end'),
        sabotaged(ready, 'keep-journal'),
        clipboardManager(ready),
      ]
    : []),
]);
