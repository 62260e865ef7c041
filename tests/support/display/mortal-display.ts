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

/** Starts one on a free number. It ends with this process. */
export async function startMortalDisplay(): Promise<MortalDisplay> {
  let server: ChildProcess;
  /** The server says its number once it takes connections. */
  const start = async (...number: readonly string[]): Promise<string> => {
    const words = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset', '-ac'];
    server = spawn('setpriv', ['--pdeathsig', 'TERM', 'Xvfb', ...number, ...words], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const said = server.stdio[3];
    if (said === undefined || said === null || !('read' in said)) throw new Error('no channel to Xvfb');
    const lines = createInterface({ input: said });
    const [line] = await Promise.race([
      once(lines, 'line'),
      once(server, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
    ]);
    return `:${String(line)}`;
  };
  const name = await start();
  return {
    name,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
    async restart() {
      await start(name);
    },
  };
}
