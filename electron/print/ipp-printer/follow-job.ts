import type { IppDevice, PrintDoubt } from '../../../shared/contract/printing/printer.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import type { WorkerContext } from '../worker-context.ts';
import { isWaiting, neverBegan } from './find-job.ts';
import {
  endBegunAnew,
  type FollowedEnd,
  type FollowedJob,
  goneJob,
  isUntouched,
  judgedEnd,
  stopJob,
} from './followed-end.ts';
import { createJobTeller } from './job-teller.ts';
import { createJobTimes } from './job-times.ts';
import { troublesOf } from './job-troubles.ts';
import { judgeJob } from './judge-job.ts';
import { type KnownJob, type ReadJobFailure, readJob } from './known-job.ts';
import { isUnknownJob } from './refusal-of.ts';
import type { Patience } from './time-limits.ts';
import type { Upload } from './upload.ts';

/**
 * Follows a job beside its upload until nothing can come of it any more, telling faces and troubles as they come. Only
 * a job whose document the printer has confirmed is a card, whatever the job's state and counts say: some count a face
 * when it begins, and call a job completed whose upload broke off in the middle of the back (measured with PAPPL).
 * While the printer names a trouble nothing breaks the upload off but its patience. Never sends anything again.
 */
export async function followJob(
  client: IppClient,
  printer: IppDevice,
  known: KnownJob,
  upload: Upload,
  context: WorkerContext,
  patience: Patience,
): Promise<FollowedEnd> {
  const followed: FollowedJob = { client, printer, known, upload, context, patience };
  const times = createJobTimes(() => context.now(), patience);
  const tell = createJobTeller(printer, context);
  let hasBegun = false;
  let began: number | null = null;
  let troubles: readonly PrinterTrouble[] = [];
  for (;;) {
    if (context.isStopped()) return stop('canceled');
    // Before the look: a refusal is believed only by a look that came after it.
    const sent = upload.outcome();
    if (sent !== null && !sent.ok && isUntouched(sent.error)) {
      return { kind: 'untouched', failure: sent.error };
    }
    const refusal = sent?.ok === false && sent.error.kind === 'refused' ? sent.error : null;
    // A printer that answers no question while it reads has shown now that it is there.
    if (sent?.ok === true || refusal !== null) times.documentAnswered();
    const read = await readJob(client, known);
    times.polled(upload.taken());
    const end = read.ok ? await heard(read.value, refusal) : await unheard(read.error);
    if (end !== null) return end;
    times.troubled(troubles.length > 0 && !troubles.includes('offline'));
    if (times.isTooLong()) return stop(isLost() ? 'reply-lost' : 'too-long');
    const nextPoll = context.waitUnlessStopped(patience.pollInterval);
    await (upload.outcome() === null ? Promise.race([upload.settled, nextPoll]) : nextPoll);
  }

  /** What a look showed; null: the job is under way. `refusal`: what the printer had said to the document before it. */
  async function heard(job: JobAttributes, refusal: IppFailure | null): Promise<FollowedEnd | null> {
    if (isStrange()) return goneJob(followed, false);
    times.heard();
    // A printer may print while it reads. Only a job that still waits for its document has printed nothing.
    if (refusal !== null && isWaiting(job)) return { kind: 'untouched', failure: refusal };
    hasBegun ||= !isWaiting(job) && !neverBegan(job);
    const { processingSince } = job;
    // A print server that was started anew, or that tries again, sends what it has once more: one card may be there.
    if (began !== null && processingSince !== null && processingSince !== began) {
      return known.isOurName ? endBegunAnew(followed, job) : goneJob(followed, false);
    }
    began ??= processingSince;
    const verdict = judgeJob(job, printer, upload.faces);
    const end = verdict.kind === 'under-way' ? null : await judgedEnd(followed, verdict, job, hasBegun);
    if (end === null || end.kind === 'card') await tell.faces(job);
    if (end !== null) return end;
    times.said(JSON.stringify([job.state, job.reasons, job.impressionsCompleted]));
    // The job is what counts: of a printer that does not answer this, its next look will tell.
    troubles = (await troublesOf(client, printer, job)) ?? troubles;
    await tell.troubles(troubles);
    return null;
  }

  /** What follows from a look that showed nothing of the job; null: it is followed further. */
  async function unheard(failure: ReadJobFailure): Promise<FollowedEnd | null> {
    if (failure.kind === 'another-job') return goneJob(followed, false);
    if (isUnknownJob(failure)) return goneJob(followed, true);
    times.unheard();
    if (upload.outcome() !== null) {
      await tell.troubles(['offline']);
      if (times.isSilentTooLong()) return { kind: 'doubt', doubt: 'reply-lost', isOver: false };
      // Its next answer will tell.
      times.mayHaveMoved();
    } else if (times.isSilentTooLong()) {
      // One that reads and prints at the same time may answer no question, but not for ever.
      troubles = ['offline'];
      await tell.troubles(troubles);
    }
    return null;
  }

  /** Nothing tells the job apart from somebody else's any more: its printer may have started anew. */
  function isStrange(): boolean {
    return !known.isOurName && times.wasUnheard();
  }

  /** The document may not have arrived, or nobody heard of it. */
  function isLost(): boolean {
    return upload.outcome()?.ok === false || times.isUnheard();
  }

  function stop(doubt: PrintDoubt): Promise<FollowedEnd> {
    return stopJob(followed, doubt, isStrange());
  }
}
