import { DEFAULT_LIMITS } from '../../electron/lib/ipp/limits.ts';
import { inspect } from '../../electron/print/set-up/inspect.ts';
import type { IppPrinter } from '../../shared/contract/printing/printer.ts';

/** The printer as a kiosk that looked at it would keep it. `settings`: the file of the print server's. */
export async function asChosen(address: string, settings = '/nowhere/cups-files.conf'): Promise<IppPrinter> {
  const found = await inspect({ address, pin: null, role: 'card' }, settings, DEFAULT_LIMITS);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  const { media, sides, format, certificate, missing, troubles: _, makeAndModel: __, ...rest } = found.value;
  if (media === null || sides === null || sides === 'one-sided' || format === null)
    throw new Error(JSON.stringify(missing));
  return { driver: 'ipp', pin: certificate, media, sides, format, ...rest };
}
