import { type FSWatcher, watch } from 'node:fs';
import type { ChildServer } from './child.ts';

/** Only what hangs ends by it: on a machine that does much else a printer of tests takes its time. */
const PATIENCE_MILLISECONDS = 60_000;

/**
 * Waits until `find` finds something, asked again whenever a file of `folder` changes. Fails loudly: a test
 * that waited for nothing must not pass. The end of `child` ends the waiting, with what it said.
 */
export function untilSeen<Value>(
  folder: string,
  what: string,
  find: () => Value | null,
  child?: ChildServer,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    let watcher: FSWatcher | null = null;
    const settle = (then: () => void): void => {
      clearTimeout(timer);
      watcher?.close();
      then();
    };
    const ask = (): void => {
      try {
        const found = find();
        if (found !== null) settle(() => resolve(found));
      } catch (error) {
        settle(() => reject(error));
      }
    };
    const timer = setTimeout(
      () => settle(() => reject(new Error(`${what}: not seen in ${PATIENCE_MILLISECONDS / 1000} s`))),
      PATIENCE_MILLISECONDS,
    );
    // Watched before the first look, so that nothing falls between the two.
    watcher = watch(folder, ask);
    watcher.on('error', (error) => settle(() => reject(error)));
    void child?.gone.then(() => settle(() => reject(new Error(`${what} ended: ${child.said()}`))));
    ask();
  });
}
