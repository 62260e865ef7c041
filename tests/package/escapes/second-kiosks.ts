import type { Result } from '../../../shared/result.ts';
import { type Counter, KIOSK, SLUG } from '../counter.ts';

/** Whoever gets so far that they can start a second kiosk, and what it says when it ends. */
export const SECOND_KIOSKS = [
  ['typed by root on the machine', 'CF-61', fromMachine],
  ['started by the kiosk’s own account, from inside its unit', 'CF-64', fromInside],
] as const;

const ENVIRONMENT = ['DISPLAY=:0', `XAUTHORITY=/run/${SLUG}-display/xauthority`] as const;

/** The machine's own view of the file system has no socket of the display's. */
function fromMachine(counter: Counter): Promise<Result<string, string>> {
  return counter.run('env', ...ENVIRONMENT, SLUG);
}

/** There is one, and the first kiosk has taken the display by its name. */
async function fromInside(counter: Counter): Promise<Result<string, string>> {
  const main = await counter.property(KIOSK, 'MainPID');
  return counter.run(
    ...['nsenter', '--target', main, '--mount', '--net', '--'],
    ...['setpriv', '--reuid', 'counterfoil', '--regid', 'counterfoil', '--clear-groups'],
    ...['env', ...ENVIRONMENT, 'XDG_RUNTIME_DIR=/run/cf-sessions', SLUG],
  );
}
