import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { repositoryFolder } from '../../../build/kiosk/launch-keeper.ts';

/** The project's own command, as whoever keeps a checkpoint or got a statement would run it on another machine. */
export function ledgerCommand(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly says: string }> {
  const script = join(repositoryFolder, 'build', 'ledger.ts');
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...words], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, says: `${stdout}${stderr}` }),
    );
  });
}
