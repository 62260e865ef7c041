import type { IppDevice, PrintDoubt } from '../../../shared/contract/printing/printer.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import type { WorkerContext } from '../worker-context.ts';
import { endJob } from './end-job.ts';
import { isActive } from './find-job.ts';
import { type JobVerdict, judgeJob } from './judge-job.ts';
import type { KnownJob } from './known-job.ts';
import { isBusy } from './refusal-of.ts';
import type { Patience } from './time-limits.ts';
import type { Upload } from './upload.ts';

/** How a job whose document was begun ended, as far as a printer can say it. */
export type FollowedEnd =
  | { readonly kind: 'card' }
  /** `isOver`: nothing can come of it any more; otherwise a card may still, after the clerk has looked. */
  | { readonly kind: 'doubt'; readonly doubt: PrintDoubt; readonly isOver: boolean }
  /** No byte of the document left, or the printer refused it and its job still waits for one: nothing is printed. */
  | { readonly kind: 'untouched'; readonly failure: IppFailure };

/** A job that is followed beside its upload. */
export interface FollowedJob {
  readonly client: IppClient;
  readonly printer: IppDevice;
  readonly known: KnownJob;
  readonly upload: Upload;
  readonly context: WorkerContext;
  readonly patience: Patience;
}

/** Not one byte of the document left. */
export function isUntouched({ kind }: IppFailure): boolean {
  return kind === 'unreachable' || kind === 'certificate';
}

/** The job is not there any more. `isOver`: the printer says so, and it is not that another name stands there. */
export function goneJob({ upload }: FollowedJob, isOver: boolean): FollowedEnd {
  upload.cut();
  return { kind: 'doubt', doubt: 'vanished', isOver };
}

/**
 * What the job's end says; of a card only if the printer has confirmed all of its document. `hasBegun`: some look
 * showed the printer at work on it.
 */
export async function judgedEnd(
  { upload, context, patience }: FollowedJob,
  verdict: Exclude<JobVerdict, { kind: 'under-way' }>,
  job: JobAttributes,
  hasBegun: boolean,
): Promise<FollowedEnd> {
  // A printer that is done with the job may still be about to say so of its document, or why it did not take it.
  const mayAnswer = job.state === 'completed' || !hasBegun;
  const answer =
    upload.outcome() ?? (mayAnswer ? await Promise.race([upload.settled, patienceOver()]) : undefined);
  if (answer?.ok === false && isBusy(answer.error) && !hasBegun) {
    // Some end the job whose document they have no time for (PAPPL).
    return { kind: 'untouched', failure: answer.error };
  }
  upload.cut();
  // It has said no to the document itself: that it gave the job up, and no line that broke.
  const isRefused = answer?.ok === false && answer.error.kind === 'refused';
  if (isRefused && verdict.kind === 'card') return { kind: 'doubt', doubt: 'aborted', isOver: true };
  const isMissing = answer !== undefined && answer?.ok !== true && !isRefused;
  if (isMissing) return { kind: 'doubt', doubt: 'reply-lost', isOver: true };
  return verdict.kind === 'doubt' ? { ...verdict, isOver: true } : verdict;

  async function patienceOver(): Promise<null> {
    await context.waitUnlessStopped(patience.confirm);
    return null;
  }
}

/** Ends a job that is printed a second time, before it is a second card, and asks. */
export async function endBegunAnew(
  { client, known, upload, context, patience }: FollowedJob,
  job: JobAttributes,
): Promise<FollowedEnd> {
  upload.cut();
  if (!isActive(job)) return { kind: 'doubt', doubt: 'history-missing', isOver: true };
  const ended = await endJob(client, known, context, patience);
  return { kind: 'doubt', doubt: 'canceled', isOver: ended.ok };
}

/**
 * Ends the job. What it had printed by then is a question for the clerk, whatever the printer says. `isStrange`: it
 * may be somebody else's by now, and is let be.
 */
export async function stopJob(
  { client, printer, known, upload, context, patience }: FollowedJob,
  doubt: PrintDoubt,
  isStrange: boolean,
): Promise<FollowedEnd> {
  upload.cut();
  const sent = await upload.settled;
  if (!sent.ok && isUntouched(sent.error)) return { kind: 'untouched', failure: sent.error };
  if (isStrange) return { kind: 'doubt', doubt, isOver: false };
  const ended = await endJob(client, known, context, patience);
  if (sent.ok && ended.ok && ended.value !== null) {
    const verdict = judgeJob(ended.value, printer, upload.faces);
    if (verdict.kind === 'card') return verdict;
  }
  return { kind: 'doubt', doubt, isOver: ended.ok };
}
