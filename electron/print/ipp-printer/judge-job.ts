import { type IppDevice, type PrintDoubt, roleOf } from '../../../shared/contract/printing/printer.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';

/** Both of a card, or the first of a paper: further pages are told of by nobody. */
export function facesToTell(printer: Pick<IppDevice, 'sides'>): 1 | 2 {
  return roleOf(printer) === 'card' ? 2 : 1;
}

/** What may be concluded of a job: it is still under way, a card is there, or nobody but a person can say. */
export type JobVerdict =
  | { readonly kind: 'under-way' }
  | { readonly kind: 'card' }
  | { readonly kind: 'doubt'; readonly doubt: PrintDoubt };

/**
 * Judges what a printer says of a job, by the measured truth table of its states: "completed" alone proves that
 * data was handed over, and also a job that was canceled or given up may have left a card. Never says that there
 * is none: once a document was sent, only a person can. `faces`: so many has the document.
 */
export function judgeJob(job: JobAttributes, printer: Pick<IppDevice, 'tells'>, faces: number): JobVerdict {
  switch (job.state) {
    case 'pending':
    case 'held':
    case 'processing':
    case 'stopped':
      return { kind: 'under-way' };
    case 'canceled':
      return { kind: 'doubt', doubt: 'canceled' };
    case 'aborted':
      return { kind: 'doubt', doubt: 'aborted' };
    case 'completed':
      return judgeCompleted(job, printer, faces);
  }
}

function judgeCompleted(job: JobAttributes, printer: Pick<IppDevice, 'tells'>, faces: number): JobVerdict {
  const { reasons, impressionsCompleted, printerStateReasons } = job;
  // CUPS calls a job completed when the printer behind it has forgotten it (it was switched off, say).
  if ([...printerStateReasons, ...reasons].some((reason) => reason.includes('missing-job-history'))) {
    return { kind: 'doubt', doubt: 'history-missing' };
  }
  if (printer.tells === 'transfers') return { kind: 'doubt', doubt: 'cannot-know' };
  if (!reasons.includes('job-completed-successfully')) return { kind: 'doubt', doubt: 'incomplete' };
  if (impressionsCompleted === null) return { kind: 'doubt', doubt: 'cannot-know' };
  return impressionsCompleted === faces ? { kind: 'card' } : { kind: 'doubt', doubt: 'incomplete' };
}
