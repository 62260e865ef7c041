import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, warn } from '../finding.ts';

export const crashHandler = declareCheck({
  id: 'crash-handler',
  title: 'Crash handler',
  why: 'Chromium’s crash handler writes the memory of a process that crashed into a file.',
  goLive: { kind: 'breaks', invariants: [2, 5], whenUnknown: 'stops' },
  remedies: {
    install: 'Install a release that comes without {path}. For a demonstration nothing has to be done.',
  },
});

export interface CrashHandlerFacts {
  /** Null: the kiosk runs from no package. */
  readonly found: readonly string[] | null;
  readonly isForResidents: boolean;
}

/** What it is called beside the executable. */
export const CRASH_HANDLERS = ['chrome_crashpad_handler', 'crashpad_handler'] as const;

export function judgeCrashHandler({ found, isForResidents }: CrashHandlerFacts): Finding {
  if (found === null) return notRun('The kiosk runs from no package.');
  const [path] = found;
  if (path === undefined) return pass('The package has no crash handler.');
  const words = `The package has ${path}. The kiosk starts it with dumps turned off.`;
  const install = remedy(crashHandler.remedies.install, { path });
  return isForResidents ? fail(words, install) : warn(words, install);
}
