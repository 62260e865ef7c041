import { judgedSuite } from './judgements.ts';
import { playwrightSuite } from './playwright-suite.ts';
import type { Plan } from './run-all.ts';
import { inOneGo, vitestSuite } from './vitest-suite.ts';

/** Tests that measure seconds, and would measure their neighbors as well. */
const ALONE = '@alone';

/** Said to suites that start a kiosk: whoever runs them has bundled it. */
const BUNDLED = { COUNTERFOIL_BUNDLED: '1' };

/**
 * The suites of `npm test`. `all` runs the long versions: 20 searched enrollments instead of 2, every state of every
 * screen, every way out of every field, every row of every table, every test that says it is long (one of them serves 40
 * people), every crash point (of long runs of equal zeros both ends and some between) instead of a sample, and the package on a
 * machine that boots instead of in a root of its own. Attacks (`tests/hostile`) are unit tests; `npm run hostile` is a view of them.
 * `all` takes each protection out as well, one after the other, behind the crashes.
 *
 * Side by side only what does not disturb each other: most of printing is waiting for printers, and crashes are on
 * disks of their own. The end-to-end tests keep both cores busy themselves, and their watchdogs must not starve. Every
 * crash point takes about half an hour of two cores by itself, and longer beside other suites: it goes along with all of
 * them but those that measure seconds and have the machine to themselves: what a clerk waits for, and how soon a counter that
 * was killed is back. The short form of the package comes behind the rehearsal, whose package it installs.
 */
export function suitesOf({ all }: { readonly all: boolean }): Plan {
  const long = all ? ['--all'] : [];
  const environment = { COUNTERFOIL_ALL: all ? '1' : '' };
  const unit = vitestSuite('unit', 'unit', 'test', [], environment);
  const parts = playwrightSuite(
    'parts',
    'parts of the screen (Electron’s Chromium)',
    'parts',
    'tests/parts/playwright.config.ts',
    { ...environment, COUNTERFOIL_SAMPLE: all ? '' : '1' },
  );
  const print = vitestSuite(
    'print',
    'print (real CUPS and ippeveprinter)',
    'print',
    ['--config', 'tests/print/vitest.config.ts'],
    { COUNTERFOIL_SAMPLE: all ? '' : '1' },
  );
  const crash = judgedSuite('crash', 'crash', 'judge-crash.ts', long, {});
  const sabotages = judgedSuite('sabotages', 'protections taken out', 'judge-sabotages.ts', [], {});
  const atQueue = judgedSuite(
    'remanence-at-queue',
    'remanence at a queue',
    'judge-remanence-at-queue.ts',
    long,
    BUNDLED,
  );
  // Not “package”: its report would lie as package.json beside bundled programs, and say what kind of modules they are.
  const packaged = vitestSuite(
    'packages',
    all ? 'package (a Debian that boots)' : 'package (in a root of its own)',
    'package',
    ['--config', 'tests/package/vitest.config.ts'],
    { COUNTERFOIL_SAMPLE: all ? '' : '1' },
  );
  const { endToEnd, clerk, remanence, rehearsal } = atKiosks(all, null);
  const others: readonly Plan[] = [
    { sideBySide: [unit, { inTurn: all ? [print] : [print, crash] }, parts] },
    endToEnd,
    { sideBySide: [remanence, { inTurn: all ? [rehearsal] : [rehearsal, packaged] }, atQueue] },
  ];
  if (!all) return { inTurn: others };
  const beside: Plan = { inTurn: [crash, sabotages] };
  return { inTurn: [{ sideBySide: [beside, { inTurn: others }] }, inOneGo(packaged), clerk] };
}

/** The long versions of what depends on the runtime, on another one than the rest: about half an hour. */
export function suitesOnSecond(runtime: SecondRuntime): Plan {
  const { endToEnd, clerk, remanence, rehearsal } = atKiosks(true, runtime);
  return { inTurn: [endToEnd, { sideBySide: [remanence, rehearsal] }, clerk] };
}

/** A runtime and the word of COUNTERFOIL_RUNTIME that asks for it. */
export interface SecondRuntime {
  readonly wish: string;
  readonly electronVersion: string;
}

/** A kiosk each, on a display of its own. */
function atKiosks(all: boolean, second: SecondRuntime | null) {
  const long = all ? ['--all'] : [];
  const [suffix, where, runtime] =
    second === null
      ? ['', '', {}]
      : [
          `-electron-${second.electronVersion}`,
          ` on Electron ${second.electronVersion}`,
          { COUNTERFOIL_RUNTIME: second.wish },
        ];
  const configuration = 'tests/e2e/playwright.config.ts';
  const environment = {
    ...runtime,
    ...BUNDLED,
    COUNTERFOIL_ALL: all ? '1' : '',
    COUNTERFOIL_SAMPLE: all ? '' : '1',
  };
  return {
    endToEnd: playwrightSuite(
      `e2e${suffix}`,
      `e2e (real Electron)${where}`,
      'e2e',
      configuration,
      environment,
      ['--grep-invert', ALONE],
    ),
    clerk: playwrightSuite(
      `clerk${suffix}`,
      `a clerk’s seconds${where}`,
      'e2e',
      configuration,
      { ...environment, COUNTERFOIL_CLERK_PEOPLE: '40' },
      ['--grep', ALONE, '--workers', '1', '--output', `out/test/clerk${suffix}`],
    ),
    remanence: judgedSuite(`remanence${suffix}`, `remanence${where}`, 'judge-remanence.ts', long, {
      ...runtime,
      ...BUNDLED,
    }),
    rehearsal: judgedSuite(`rehearsal${suffix}`, `rehearsal${where}`, 'judge-rehearsal.ts', [], runtime),
  };
}
