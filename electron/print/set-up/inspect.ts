import type { PrintServer } from '../../../shared/contract/configuration.ts';
import {
  type Inspection,
  LONGEST_PRINTER_NAME,
  type PrinterRefusal,
  type PrinterRole,
} from '../../../shared/contract/printing/printer.ts';
import { type IppTarget, parsePrinterAddress, printerUri } from '../../../shared/printing/address.ts';
import { troublesIn } from '../../../shared/printing/trouble.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createIppClient } from '../../lib/ipp/client.ts';
import { cut } from '../../lib/ipp/cut.ts';
import type { IppLimits } from '../../lib/ipp/limits.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { refusalOf } from '../ipp-printer/refusal-of.ts';
import { socketTo } from '../local-server.ts';
import { chooseFormat, chooseMedia, chooseScaling, chooseSides, takesJobs, whatItTells } from './choose.ts';
import { formatsInWords } from './formats-in-words.ts';
import { sizeRefusedBehindQueue } from './size-behind-queue.ts';
import { spoolRefusals } from './spool-of.ts';
import { withCertificate } from './with-certificate.ts';

/** Reads an address as somebody typed it. */
function targetOf(address: string): Result<IppTarget, PrinterRefusal> {
  const target = parsePrinterAddress(address);
  return target.ok ? target : err({ kind: target.error });
}

async function missingIn(
  said: PrinterAttributes,
  address: string,
  role: PrinterRole,
  printServer: PrintServer,
  limits: IppLimits,
): Promise<PrinterRefusal[]> {
  const missing: PrinterRefusal[] = [];
  const reasons = spoolRefusals(address, said, printServer);
  if (reasons.length > 0) missing.push({ kind: 'spool', reasons: [...reasons] });
  if (chooseMedia(said, role) === null)
    missing.push({ kind: role === 'card' ? 'no-card-size' : 'no-paper-size' });
  const behind = await sizeRefusedBehindQueue(said, role, printServer, limits);
  if (behind !== null) missing.push(behind);
  if (chooseSides(said, role) === null) missing.push({ kind: 'no-duplex' });
  if (!takesJobs(said)) missing.push({ kind: 'no-jobs' });
  if (chooseFormat(said, role) === null) missing.push({ kind: 'no-format', offers: formatsInWords(said) });
  return missing;
}

/** What is at an address: what it can do, what was chosen of that, and all that is missing. Nothing is printed. */
export async function inspect(
  {
    address,
    pin,
    role,
  }: { readonly address: string; readonly pin: string | null; readonly role: PrinterRole },
  printServer: PrintServer,
  limits: IppLimits,
): Promise<Result<Inspection, PrinterRefusal>> {
  const typed = targetOf(address);
  if (!typed.ok) return typed;
  const target = await withCertificate(typed.value, pin, limits);
  if (!target.ok) return target;
  const socket = socketTo(target.value, printServer);
  const answer = await createIppClient(target.value, { limits, socket }).getPrinterAttributes();
  if (!answer.ok) return err(refusalOf(answer.error));
  const uri = printerUri(target.value);
  return ok({
    ...describePrinter(answer.value, role),
    address: uri,
    certificate: target.value.tls?.pin ?? null,
    missing: await missingIn(answer.value, uri, role, printServer, limits),
  });
}

/** What is chosen of all that a printer says, however much or little that is: it fits the contract in any case. */
export function describePrinter(
  said: PrinterAttributes,
  role: PrinterRole,
): Omit<Inspection, 'address' | 'certificate' | 'missing'> {
  return {
    role,
    name: cut(said.info === '' ? said.name : said.info, LONGEST_PRINTER_NAME),
    makeAndModel: cut(said.makeAndModel, LONGEST_PRINTER_NAME),
    isQueue: said.cupsVersion !== null,
    tells: whatItTells(said),
    media: chooseMedia(said, role),
    sides: chooseSides(said, role),
    scaling: chooseScaling(said),
    format: chooseFormat(said, role),
    troubles: [...troublesIn({ state: said.state, reasons: said.stateReasons, accepting: said.accepting })],
  };
}
