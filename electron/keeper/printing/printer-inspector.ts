import type {
  Inspection,
  IppDevice,
  PrinterRefusal,
  PrinterRole,
} from '../../../shared/contract/printing/printer.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PrinterQuery, PrinterQueryReport } from './printer-queries.ts';

export const inUse = { kind: 'printer-in-use' } as const;

/** Questions of staff to a printer that is chosen, or may be. */
export interface PrinterInspector {
  /** `read`: what was asked for, or null where the worker speaks of something else. */
  ask<Answer>(
    order: PrinterQuery,
    read: (report: PrinterQueryReport) => Answer | null,
  ): Promise<Result<Answer, Refusal>>;
  inspect(address: string, pin: string | null, role: PrinterRole): Promise<Result<Inspection, Refusal>>;
  /** The printer as it is kept, looked at anew: nothing is missing, and it shows the certificate that was confirmed. */
  find(address: string, pin: string | null, role: PrinterRole): Promise<Result<IppDevice, Refusal>>;
}

function refusedBy(why: PrinterRefusal): Refusal {
  return { kind: 'printer-refused', why };
}

/** What a printer is kept as, once nothing is missing. */
function deviceOf(found: Inspection, pin: string | null): IppDevice | null {
  const { address, name, format, media, isQueue, tells, sides, scaling } = found;
  if (format === null || media === null || sides === null) return null;
  const device = { driver: 'ipp', address, pin, name, format, media, scaling, isQueue, tells } as const;
  return sides === 'one-sided' ? { ...device, sides } : { ...device, sides };
}

/** Asks by printer queries, one at a time. */
export function createPrinterInspector(printerQueries: {
  ask(order: PrinterQuery): Promise<PrinterQueryReport>;
  busy(): boolean;
}): PrinterInspector {
  const inspector: PrinterInspector = {
    async ask(order, read) {
      if (printerQueries.busy()) return err(inUse);
      const report = await printerQueries.ask(order);
      if (report.kind === 'refused') return err(refusedBy(report.why));
      const answer = read(report);
      if (answer === null) throw new Error('a worker answered what it was not asked');
      return ok(answer);
    },
    inspect: (address, pin, role) =>
      inspector.ask({ kind: 'inspect', address, pin, role }, (report) =>
        report.kind === 'inspected' ? report.inspection : null,
      ),
    async find(address, pin, role) {
      const found = await inspector.inspect(address, pin, role);
      if (!found.ok) return found;
      const [missing] = found.value.missing;
      if (missing !== undefined) return err(refusedBy(missing));
      const device = deviceOf(found.value, pin);
      // Without a pin a printer with a certificate was shown, not confirmed.
      if (device === null || found.value.certificate !== pin) {
        return err(refusedBy({ kind: 'certificate-changed' }));
      }
      return ok(device);
    },
  };
  return inspector;
}
