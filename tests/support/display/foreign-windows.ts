import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { askX, type DisplayEnvironment, forXTools, pidOf, readInnermost } from './mapped-windows.ts';

/** Looks out for windows that are not the kiosk's. */
export interface WindowWatch {
  /** Resolves with every foreign window that came up to now, in words: none that came and went is missed. */
  foreign(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Atoms stay for the life of an X server, so each mark has a name of its own. */
let marks = 0;

/**
 * Has the X server itself tell of every window that maps from now on. `isOurs`: whether a window with this title is
 * a kiosk's, of a process that is: system dialogs are drawn by the very process that opens them. Asked as soon as it
 * maps. One that is gone by then is judged by the process that created it; one that never said whose it is, is
 * foreign.
 */
export async function watchForForeignWindows(
  environment: DisplayEnvironment,
  isOurs: (pid: number, title: string | null) => boolean,
): Promise<WindowWatch> {
  const watcher = spawn('xev', ['-root', '-event', 'substructure', '-event', 'property'], {
    env: forXTools(environment),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const over = new Promise<void>((resolve) => watcher.once('exit', () => resolve()));
  const foreign: string[] = [];
  const underWay = new Set<Promise<void>>();
  const marksSeen = new Set<string>();
  let onMark: () => void = () => undefined;

  /** Whether the process that created a window was ours then. */
  const created = new Map<string, Promise<boolean>>();
  const isCreatedByUs = async (id: string): Promise<boolean> => {
    const pid = await pidOf(environment, id);
    return pid !== null && isOurs(pid, null);
  };

  const judge = async (id: string): Promise<void> => {
    const window = await readInnermost(environment, id);
    if (window === null) {
      if ((await created.get(id)) !== true) foreign.push(`${id}, which was gone before it could be asked`);
    } else if (window.pid === null || !isOurs(window.pid, window.title))
      foreign.push(`${id} "${window.title}" of ${window.pid === null ? 'nobody' : `process ${window.pid}`}`);
  };
  createInterface({ input: watcher.stdout }).on('line', (line) => {
    const added = /^ +parent 0x[0-9a-f]+, window (0x[0-9a-f]+), /.exec(line)?.[1];
    if (added !== undefined) {
      const judged = isCreatedByUs(added);
      // It is asked for again where it matters.
      judged.catch(() => undefined);
      created.set(added, judged);
    }
    const mapped = /^ +event 0x[0-9a-f]+, window (0x[0-9a-f]+), override/.exec(line)?.[1];
    if (mapped !== undefined) {
      const judged = judge(mapped);
      underWay.add(judged);
      void judged.then(() => underWay.delete(judged));
    }
    const mark = /\((COUNTERFOIL_MARK_\d+)\)/.exec(line)?.[1];
    if (mark === undefined) return;
    marksSeen.add(mark);
    onMark();
  });
  /** Whatever the server told before this is read when it resolves. */
  const mark = async (): Promise<void> => {
    marks += 1;
    const name = `COUNTERFOIL_MARK_${marks}`;
    // Set again until it is seen: the first one may come before the watcher listens.
    while (!marksSeen.has(name)) {
      if (watcher.exitCode !== null) throw new Error('xev has ended: nobody watches the windows');
      const seen = new Promise<void>((resolve) => {
        onMark = resolve;
      });
      await askX(environment, 'xprop', '-root', '-f', name, '8s', '-set', name, '1');
      await Promise.race([seen, over, aWhile()]);
    }
  };
  await mark();
  return {
    async foreign() {
      await mark();
      await Promise.all(underWay);
      return foreign;
    },
    async stop() {
      watcher.kill();
      await over;
    },
  };
}

/** How long one mark may take before it is set again. */
function aWhile(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200).unref());
}
