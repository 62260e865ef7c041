import { type CupsFacts, cups, judgeCups } from '../../../shared/doctor/printing/cups.ts';
import { judgePrintLeftovers, printLeftovers } from '../../../shared/doctor/printing/print-leftovers.ts';
import { judgePrinter, printer } from '../../../shared/doctor/printing/printer.ts';
import { lastValue } from '../../lib/print-server/directives.ts';
import { refusedSettings } from '../../lib/print-server/kept-and-logged.ts';
import { listensToOthers } from '../../lib/print-server/listeners.ts';
import { readServerSettings } from '../../lib/print-server/server-settings.ts';
import { placesInMemory } from '../../lib/print-server/spool-places.ts';
import type { Check } from '../check.ts';
import {
  daemonSettings,
  isPrintServerInstalled,
  pageLogs,
  pdfOutputs,
  printingPackages,
  printServerRun,
  settingsChanged,
} from '../read/print-server.ts';
import { usbPrinters } from '../read/usb.ts';

/** What a card leaves behind on its way to the printer. */
export const printingChecks: readonly Check[] = [
  {
    declaration: cups,
    look({ configuration }) {
      const filesConf = configuration.printServer.settings;
      return judgeCups({
        isInstalled: isPrintServerInstalled(filesConf),
        run: printServerRun(),
        settingsChanged: settingsChanged(filesConf),
        settingsFile: daemonSettings(filesConf),
        ...whatSettingsSay(filesConf),
      });
    },
  },
  {
    declaration: printLeftovers,
    look: ({ configuration }) =>
      judgePrintLeftovers({
        isInstalled: isPrintServerInstalled(configuration.printServer.settings),
        pageLogs: pageLogs(),
        outputs: pdfOutputs(),
        packages: printingPackages(),
      }),
  },
  {
    declaration: printer,
    look: ({ configuration: { printer: driver, preset }, knows, use }) =>
      judgePrinter({
        configured: driver.driver === 'virtual' ? 'built-in' : 'queue-of-system',
        cardPrinter: preset.cardPrinter?.address ?? null,
        ordinaryPrinter: preset.ordinaryPrinter?.address ?? null,
        usbPrinters: usbPrinters(),
        known: knows,
        isEvaluation: use === 'evaluation',
      }),
  },
];

function whatSettingsSay(
  filesConf: string,
): Pick<CupsFacts, 'refusals' | 'accessLogLevel' | 'listensToOthers'> {
  const settings = readServerSettings(filesConf);
  if (!settings.ok) return { refusals: settings.error, accessLogLevel: undefined, listensToOthers: [] };
  const places = placesInMemory(settings.value);
  const { daemon } = settings.value;
  return {
    refusals: [...(places.ok ? [] : places.error), ...refusedSettings(daemon)],
    accessLogLevel: lastValue(daemon, 'AccessLogLevel'),
    listensToOthers: listensToOthers(daemon),
  };
}
