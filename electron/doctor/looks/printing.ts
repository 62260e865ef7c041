import { dirname, join } from 'node:path';
import { cups, judgeCups } from '../../../shared/doctor/printing/cups.ts';
import { judgePrinter, printer } from '../../../shared/doctor/printing/printer.ts';
import { lastValue } from '../../lib/print-server/directives.ts';
import { refusedSettings } from '../../lib/print-server/kept-and-logged.ts';
import { readServerSettings } from '../../lib/print-server/server-settings.ts';
import { placesInMemory } from '../../lib/print-server/spool-places.ts';
import type { Check } from '../check.ts';
import { lstatAt } from '../read/files.ts';
import { usbPrinters } from '../read/usb.ts';

/** Where distributions put cupsd. */
const PRINT_SERVERS = ['/usr/sbin/cupsd', '/usr/bin/cupsd'];

/** What a card leaves behind on its way to the printer. */
export const printingChecks: readonly Check[] = [
  {
    declaration: cups,
    look({ configuration }) {
      const filesConf = configuration.printServer.settings;
      const settingsFile = join(dirname(filesConf), 'cupsd.conf');
      const isInstalled = [...PRINT_SERVERS, settingsFile].some((path) => lstatAt(path) !== null);
      if (!isInstalled)
        return judgeCups({ isInstalled, refusals: [], accessLogLevel: undefined, settingsFile });
      const settings = readServerSettings(filesConf);
      if (!settings.ok)
        return judgeCups({ isInstalled, refusals: settings.error, accessLogLevel: undefined, settingsFile });
      const places = placesInMemory(settings.value);
      const { daemon } = settings.value;
      return judgeCups({
        isInstalled,
        refusals: [...(places.ok ? [] : places.error), ...refusedSettings(daemon)],
        accessLogLevel: lastValue(daemon, 'AccessLogLevel'),
        settingsFile,
      });
    },
  },
  {
    declaration: printer,
    look: ({ configuration }) =>
      judgePrinter({
        configured: configuration.printer.driver === 'virtual' ? 'built-in' : 'queue-of-system',
        named: configuration.preset.cardPrinter?.address ?? null,
        usbPrinters: usbPrinters(),
      }),
  },
];
