import type { IppDevice, PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import { unreachable } from '../../../shared/result.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';

/** IPP status codes that have a sentence of their own (RFC 8011, appendix B). */
const STATUS = {
  notFound: 0x0406,
  gone: 0x0407,
  notAccepting: 0x0506,
  busy: 0x0507,
  /** `client-error-attributes-or-values-not-supported`. */
  notSupported: 0x040b,
} as const;

/** Why nothing came of a call, in the kiosk's own words. For calls that make no card. */
export function refusalOf(failure: IppFailure): PrinterRefusal {
  switch (failure.kind) {
    case 'unreachable':
      return { kind: failure.why === 'timed-out' ? 'too-slow' : 'unreachable' };
    case 'certificate':
      return { kind: 'certificate-changed' };
    case 'cut':
      return { kind: failure.why === 'timed-out' ? 'too-slow' : 'unreachable' };
    case 'not-ipp':
      return refusalOfHttp(failure.httpStatus);
    case 'refused':
      return refusalOfStatus(failure.status);
    default:
      return unreachable(failure);
  }
}

/** What a web server would say in these cases (RFC 9110, 15) is something that IT staff can act on. */
function refusalOfHttp(status: number | undefined): PrinterRefusal {
  switch (status) {
    case 401:
      return { kind: 'wants-password' };
    case 426:
      return { kind: 'wants-encryption' };
    case 301:
    case 302:
    case 307:
    case 308:
      return { kind: 'moved' };
    default:
      return { kind: 'not-a-printer' };
  }
}

function refusalOfStatus(status: number): PrinterRefusal {
  switch (status) {
    case STATUS.notFound:
    case STATUS.gone:
      return { kind: 'no-such-queue' };
    case STATUS.notAccepting:
      return { kind: 'rejecting' };
    case STATUS.busy:
      return { kind: 'busy' };
    default:
      return { kind: 'job-refused', status };
  }
}

/** It has another job under way and takes no second one yet. */
export function isBusy(failure: IppFailure): boolean {
  return failure.kind === 'refused' && failure.status === STATUS.busy;
}

/** It does not take the job as this ticket asks for it. */
export function isNotSupported(failure: IppFailure): boolean {
  return failure.kind === 'refused' && failure.status === STATUS.notSupported;
}

/** Whether its server says that there is no such queue any more: its jobs went with it. */
export function isQueueGone({ isQueue }: IppDevice, failure: IppFailure): boolean {
  return isQueue && failure.kind === 'refused' && failure.status === STATUS.notFound;
}

/** Whether the printer said that it does not know this job. */
export function isUnknownJob(failure: IppFailure): boolean {
  return failure.kind === 'refused' && (failure.status === STATUS.notFound || failure.status === STATUS.gone);
}
