import { DEFAULT_LIMITS } from '../../electron/lib/ipp/limits.ts';
import { inspect } from '../../electron/print/set-up/inspect.ts';
import type { IppPrinter } from '../../shared/contract/printing/printer.ts';

/** Where no print server of this machine is meant: the printers of tests listen elsewhere. */
export const NO_PRINT_SERVER = {
  printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
};

/** The printer as a kiosk that looked at it would keep it. `settings`: the file of the print server's. */
export async function asChosen(address: string, settings = '/nowhere/cups-files.conf'): Promise<IppPrinter> {
  const printServer = { port: 631, socket: null, settings };
  const found = await inspect({ address, pin: null, role: 'card' }, printServer, DEFAULT_LIMITS);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  const { media, sides, format, certificate, missing, troubles: _, makeAndModel: __, ...rest } = found.value;
  if (media === null || sides === null || sides === 'one-sided' || format === null)
    throw new Error(JSON.stringify(missing));
  return { driver: 'ipp', pin: certificate, media, sides, format, ...rest };
}
