import { PRINTER_ATTRIBUTES } from '../../electron/lib/ipp/printer-attributes.ts';
import { startFaultPrinter } from '../print/peers/fault-printer.ts';
import { goodPrinter } from '../print/peers/fault-replies.ts';
import { operations } from '../print/peers/ipp-message.ts';
import { machineTime } from '../print/peers/machine-time.ts';
import { answerQuestions } from './side-program.ts';

/** A printer that answers at once and tells when it was asked, in `machineTime`. */
const printer = await startFaultPrinter();
const good = goodPrinter();
let asked = 0;
let created = 0;
printer.onRequest((request) => {
  const [firstWanted] = PRINTER_ATTRIBUTES;
  // Whoever watches the printer, or follows a job, asks for less.
  const isPreflight =
    request.operation === operations.getPrinterAttributes &&
    request.attributes.get('requested-attributes') === firstWanted;
  if (isPreflight) asked = machineTime();
  if (request.operation === operations.createJob) created = machineTime();
  return good(request);
});
answerQuestions(
  async () => ({
    address: printer.uri,
    asked,
    created,
    firstByte: printer.firstBytes().at(-1) ?? 0,
    bytes: printer.documents().at(-1)?.bytes ?? 0,
  }),
  printer.stop,
);
