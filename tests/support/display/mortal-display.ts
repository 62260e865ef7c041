import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** An X server without a screen of its own, which a test may kill and start again under the same name. */
export interface MortalDisplay {
  /** As in the variable DISPLAY. */
  readonly name: string;
  kill(): Promise<void>;
  /** The same display again, after its end. */
  restart(): Promise<void>;
}

/** Above this every number is one of ours: a server that looks for a free one by itself begins at 0. */
const FIRST_NUMBER = 1_000;
/** The largest that an X server takes is 59535 (its TCP port would be 65535). */
const NUMBERS = 58_000;

let startedHere = 0;

/**
 * Starts one. It ends with this process. Its number is given to no other server after its end: the next one that
 * looked for a free number would take it, and whoever waits for this display would find that one (seen).
 */
export async function startMortalDisplay(): Promise<MortalDisplay> {
  startedHere += 1;
  // Processes that live at the same time have ids that are near each other: far from theirs.
  const name = `:${FIRST_NUMBER + ((process.pid * 211 + startedHere) % NUMBERS)}`;
  let server: ChildProcess;
  /** The server says its number once it takes connections. */
  const start = async (): Promise<void> => {
    const words = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset', '-ac'];
    server = spawn('setpriv', ['--pdeathsig', 'TERM', 'Xvfb', name, ...words], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const said = server.stdio[3];
    if (said === undefined || said === null || !('read' in said)) throw new Error('no channel to Xvfb');
    const lines = createInterface({ input: said });
    await Promise.race([
      once(lines, 'line'),
      once(server, 'exit').then(() => Promise.reject(new Error(`Xvfb ${name} did not start`))),
    ]);
  };
  await start();
  return {
    name,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
    restart: start,
  };
}
