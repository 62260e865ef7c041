import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';

/** What a CUPS queue says of itself in the answer to Get-Printer-Attributes. */
export interface QueueFacts {
  /** Where the queue was asked: `localhost` or an IP address. */
  readonly host: string;
  readonly port: number;
  /** Attribute `device-uri`: what CUPS sends the print to. */
  readonly deviceUri: string | null;
  /** Attribute `printer-type`: bits (cups/cups.h `cups_ptype_e`). */
  readonly printerType: number | null;
  /** Attribute `printer-error-policy`: what becomes of a job that failed. */
  readonly errorPolicy: string | null;
  /** Attribute `member-uris`; empty if there is none. */
  readonly memberUris: readonly string[];
  /** Attribute `printer-make-and-model`. */
  readonly makeAndModel: string;
}

const CLASS_BIT = 0x0001;
const REMOTE_BIT = 0x0002;

/**
 * The one policy that ends a job that failed. `retry-job` and `retry-current-job` send it again by themselves, and
 * `stop-printer` does once somebody resumes the queue: a second card that nobody asked for.
 */
const ENDS_FAILED_JOBS = 'abort-job';

/**
 * The scheme of what is at the end of a device URI. The backend `beh` (printing that does not give up) has
 * the real one behind its own settings: `beh:/1/3/5/file:/tmp/x`.
 */
const innermost = /^(?:beh:\/(?:\d+\/){3})*(?<scheme>[a-z0-9+.-]+):(?<rest>.*)$/is;

/** Device URIs of a printer that another CUPS server or a print server of another kind stands for. */
const queuePath = /^(?:\/\/[^/]*)?\/+(?:printers|classes)(?:\/|$)/i;

/** Why the queue itself, whatever its server's settings, may not be used. */
export function refusedQueue(queue: QueueFacts): readonly SpoolRefusal[] {
  const refusals: SpoolRefusal[] = [];
  const type = queue.printerType;
  // A class has no device of its own.
  const isClass = queue.memberUris.length > 0 || (type !== null && (type & CLASS_BIT) !== 0);
  if (isClass) refusals.push({ kind: 'a-class' });
  if (type === null) refusals.push({ kind: 'facts-missing', attribute: 'printer-type' });
  if (queue.deviceUri === null && !isClass) refusals.push({ kind: 'facts-missing', attribute: 'device-uri' });
  const policy = queue.errorPolicy;
  if (policy === null) refusals.push({ kind: 'facts-missing', attribute: 'printer-error-policy' });
  else if (policy !== ENDS_FAILED_JOBS && !isClass) refusals.push({ kind: 'sends-again', policy });
  const backend = writingBackend(queue);
  if (backend !== null) refusals.push({ kind: 'writes-files', backend });
  const remote = type !== null && (type & REMOTE_BIT) !== 0;
  if (remote || handsOn(queue.deviceUri)) refusals.push({ kind: 'another-queue-behind' });
  return refusals;
}

function writingBackend({ deviceUri, makeAndModel }: QueueFacts): 'cups-pdf' | 'cups-brf' | 'file' | null {
  const { scheme } = deviceOf(deviceUri);
  if (scheme === 'cups-pdf' || /\bcups-pdf\b/i.test(makeAndModel)) return 'cups-pdf';
  if (scheme === 'cups-brf') return 'cups-brf';
  // A path alone is a file as well (`lpadmin -v /dev/…`).
  return scheme === 'file' || deviceUri?.startsWith('/') === true ? 'file' : null;
}

/**
 * `implicitclass` is a queue that cups-browsed chooses anew for each job; `smb` a print server; `dnssd` names
 * a shared queue of CUPS by the path `/cups` (backend/dnssd.c). What stands behind `lpd` cannot be told.
 */
function handsOn(deviceUri: string | null): boolean {
  const { scheme, rest } = deviceOf(deviceUri);
  switch (scheme) {
    case 'implicitclass':
    case 'smb':
      return true;
    case 'dnssd':
      return /^\/\/[^/]*\/cups(?:[/?]|$)/i.test(rest);
    case 'ipp':
    case 'ipps':
    case 'http':
    case 'https':
      return queuePath.test(rest);
    default:
      return false;
  }
}

function deviceOf(deviceUri: string | null): { readonly scheme: string; readonly rest: string } {
  const { scheme = '', rest = '' } = innermost.exec(deviceUri ?? '')?.groups ?? {};
  return { scheme: scheme.toLowerCase(), rest };
}
