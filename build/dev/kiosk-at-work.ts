import type { LaunchedKiosk } from '../kiosk/launch-keeper.ts';
import { repository } from '../vite/repository.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { watchSources } from './watch-sources.ts';

/** An editor that saves all its files, or a tool that writes many, is done by then. */
const QUIET_MILLISECONDS = 300;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is at work, and how another one of it comes into being. */
interface AtWork {
  /** Bundles the sources as they are now, beside what runs. */
  bundle(): Promise<void>;
  /** What was bundled takes the place of what ran. */
  takePlace(): void;
  launch(): Pick<LaunchedKiosk, 'process' | 'ready' | 'stop'>;
  /** Brings what is ready to where somebody goes on. */
  bringUp(): Promise<void>;
  say(line: string): void;
}

/** One kiosk after the other, over the same files. */
interface KioskAtWork {
  open(): Promise<void>;
  /** What runs goes on until its successor is bundled: a mistake in a file costs nothing but its message. */
  restart(): Promise<void>;
  /** From now on what ends was meant to. */
  close(): void;
  stopped(): Promise<void>;
}

export function kioskAtWork({ bundle, takePlace, launch, bringUp, say }: AtWork): KioskAtWork {
  let kiosk: ReturnType<AtWork['launch']> | null = null;
  let isClosing = false;

  const stopped = async (): Promise<void> => {
    await kiosk?.stop();
    kiosk = null;
  };

  const open = async (): Promise<void> => {
    const began = performance.now();
    kiosk = launch();
    try {
      await kiosk.ready;
      await bringUp();
      say(`The kiosk is open, after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    } catch (error) {
      // The next saved file may mend it.
      if (!isClosing) say(wordsOf(error));
    }
  };

  return {
    open,
    async restart() {
      try {
        await bundle();
      } catch (error) {
        say(wordsOf(error));
        return;
      }
      if (isClosing) return;
      await stopped();
      takePlace();
      await open();
    },
    close() {
      isClosing = true;
      kiosk?.process.kill('SIGTERM');
    },
    stopped,
  };
}

/** Starts it anew whenever a source below `root` is saved; what this answers ends that, and waits for what is under way. */
export function restartOnChange({ restart }: Pick<KioskAtWork, 'restart'>, root = repository) {
  const restarts = oneAtATime(restart, QUIET_MILLISECONDS);
  const stopWatching = watchSources(() => restarts.ask(), root);
  return {
    stopWatching,
    end: (): Promise<void> => restarts.end(),
  };
}
