import { runCommand } from '../../../build/machine/command.ts';
import { printProgram } from './programs.ts';

/** Runs one of CUPS' own client programs (lp, lpstat, cancel); what it printed. */
export type CupsClient = (program: string, words: readonly string[]) => Promise<string>;

/** For the server at `address`. The programs' own files come to lie in `folder`. */
export function cupsClient(address: string, folder: string): CupsClient {
  return async (program, words) => {
    const ran = await runCommand(await printProgram(program), words, {
      // HOME: root's and the user's own options are not to be read, and lpadmin writes there.
      environment: { CUPS_SERVER: address, HOME: folder, TMPDIR: folder, LC_ALL: 'C' },
      // A queue is described by asking its printer: seconds, and half a minute where the machine does much else.
      timeoutMilliseconds: 60_000,
    });
    if (!ran.ok) throw new Error(`${ran.error.command}: ${ran.error.output}`);
    return ran.value;
  };
}
