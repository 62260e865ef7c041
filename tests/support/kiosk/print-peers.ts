import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bus } from '../../print/peers/bus.ts';
import {
  type CardPrinter,
  type CardPrinterOptions,
  startCardPrinter,
} from '../../print/peers/card-printer.ts';
import { type ChaosProxy, startChaosProxy } from '../../print/peers/chaos-proxy.ts';
import { type Cups, type CupsOptions, startCups } from '../../print/peers/cups.ts';
import { ipptoolFor } from '../../print/peers/ipptool.test-support.ts';

/** Real printers and print servers on loopback, for one test. */
export interface PrintPeers {
  /** A card printer; with both sides, the size of a card and PDF when nothing else is said. */
  printer(
    options?: Partial<Pick<CardPrinterOptions, 'attributes' | 'tls' | 'keepDocument'>>,
  ): Promise<CardPrinter>;
  /** A print server, set as a kiosk's must be when nothing else is said. */
  cups(options?: Partial<Omit<CupsOptions, 'folder'>>): Promise<Cups>;
  /** A line to a printer that the test can hold and break, and the printer's address at its other end. */
  line(printer: CardPrinter): Promise<{ readonly line: ChaosProxy; readonly uri: string }>;
  /** What a printer itself says is wrong with it, asked by somebody else's client. */
  reasonsOf(printer: CardPrinter): Promise<string>;
  /** Ends all of them, and forgets what they wrote. */
  end(): Promise<void>;
}

/** None runs yet. All printers share the bus, which announces nothing. */
export function gatherPrintPeers(bus: Bus): PrintPeers {
  const endings: (() => Promise<void>)[] = [];
  // Short: the paths of sockets lie below it.
  const folderOfItsOwn = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'cp-'));
    endings.push(async () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };
  return {
    async printer(options = {}) {
      const printer = await startCardPrinter({ folder: folderOfItsOwn(), bus, ...options });
      endings.push(() => printer.stop());
      return printer;
    },
    async cups(options = {}) {
      const cups = await startCups({ folder: folderOfItsOwn(), ...options });
      endings.push(() => cups.stop());
      return cups;
    },
    async line(printer) {
      const line = await startChaosProxy(printer);
      endings.push(() => line.stop());
      return { line, uri: `ipp://localhost:${line.port}/ipp/print` };
    },
    reasonsOf: (printer) => ipptoolFor(folderOfItsOwn(), printer.uri).printerReasons(),
    async end() {
      // The last one first: a queue before its printer, and each before its folder.
      for (const end of endings.reverse()) await end();
    },
  };
}
