import type { IppDevice, PrintDoubt } from '../../../shared/contract/printer.ts';
import { type PrinterTrouble, troublesIn } from '../../../shared/printing/trouble.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';
import type { JobAttributes } from '../../lib/ipp/job-attributes.ts';
import type { Surroundings } from '../surroundings.ts';
import { endJob } from './end-job.ts';
import { isActive, isWaiting, neverBegan } from './find-job.ts';
import { facesOf, type JobVerdict, judgeJob } from './judge-job.ts';
import { type KnownJob, lookAtJob } from './known-job.ts';
import type { Patience } from './patience.ts';
import { isBusy, isUnknownJob } from './refusal-of.ts';
import type { Upload } from './upload.ts';

/** How a job whose document was begun ended, as far as a printer can say it. */
export type FollowedEnd =
  | { readonly kind: 'card' }
  /** `isOver`: nothing can come of it any more; otherwise a card may still, after the clerk has looked. */
  | { readonly kind: 'doubt'; readonly doubt: PrintDoubt; readonly isOver: boolean }
  /** No byte of the document left, or the printer refused it and its job still waits for one: nothing is printed. */
  | { readonly kind: 'untouched'; readonly failure: IppFailure };

/** What is asked of the printer while it prints. */
const ASKED = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'printer-state-message',
];

/**
 * What CUPS says when its device does not answer: it has no keyword for it, and goes on calling the job
 * "processing" (measured). Its words are English whatever the machine's language is: cupsd translates none.
 */
const DEVICE_AWAY =
  /not responding|unable to (connect|locate)|not available|unavailable|unreachable|is offline/i;

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
  around: Surroundings,
  patience: Patience,
): Promise<FollowedEnd> {
  const since = around.now();
  let lastMove = around.now();
  let lastAnswer = around.now();
  let lastSilence = Number.NEGATIVE_INFINITY;
  let lastTrouble = Number.NEGATIVE_INFINITY;
  let isAnswered = false;
  let hasBegun = false;
  let lastSeen = '';
  let lastTaken = 0;
  let troubles: readonly PrinterTrouble[] = [];
  let began: number | null = null;
  const tell = createTeller(printer, around);
  for (;;) {
    if (around.isStopped()) return stop('canceled');
    // Before the look: a refusal is believed only by a look that came after it.
    const sent = upload.outcome();
    if (sent !== null && !sent.ok && isUntouched(sent.error)) {
      return { kind: 'untouched', failure: sent.error };
    }
    if (sent !== null && !isAnswered) {
      isAnswered = true;
      // Also one that has no ear for a question while it reads has been heard of now.
      if (sent.ok || sent.error.kind === 'refused') lastAnswer = lastMove = around.now();
    }
    const looked = await lookAtJob(client, known);
    const now = around.now();
    if (upload.taken() !== lastTaken) lastMove = now;
    lastTaken = upload.taken();
    if (looked.ok) {
      const job = looked.value;
      if (isStrange()) return gone(false);
      lastAnswer = now;
      // A printer may print while it reads. Only a job that still waits for its document has printed nothing.
      if (sent !== null && !sent.ok && sent.error.kind === 'refused' && isWaiting(job)) {
        return { kind: 'untouched', failure: sent.error };
      }
      hasBegun ||= !isWaiting(job) && !neverBegan(job);
      const { processingSince } = job;
      // A print server that was started anew, or that tries again, sends what it has once more: one card may be there.
      if (began !== null && processingSince !== null && processingSince !== began) {
        return known.isOurName ? endBegunAnew(job) : gone(false);
      }
      began ??= processingSince;
      const verdict = judgeJob(job, printer);
      if (verdict.kind !== 'under-way') return ended(verdict, job);
      await tell.faces(job);
      const seen = JSON.stringify([job.state, job.reasons, job.impressionsCompleted]);
      if (seen !== lastSeen) lastMove = now;
      lastSeen = seen;
      troubles = await troublesOf(job);
      await tell.troubles(troubles);
    } else if (looked.error.kind === 'another-job') {
      return gone(false);
    } else if (isUnknownJob(looked.error)) {
      return gone(true);
    } else {
      lastSilence = now;
      const isSilent = now - lastAnswer > patience.silence;
      if (upload.outcome() !== null) {
        await tell.troubles(['offline']);
        if (isSilent) return { kind: 'doubt', doubt: 'reply-lost', isOver: false };
        // Nobody knows whether it moves: its next answer will tell.
        lastMove = now;
      } else if (isSilent) {
        // One that reads and prints at the same time may have no ear for a question, but not for ever.
        troubles = ['offline'];
        await tell.troubles(troubles);
      }
    }
    const mendable = troubles.length > 0 && !troubles.includes('offline');
    if (mendable) lastTrouble = now;
    // Once a trouble is mended the printer gets its whole time to move again.
    const standsStill = mendable
      ? now - lastMove > patience.trouble
      : now - Math.max(lastMove, lastTrouble) > patience.standstill;
    if (standsStill || now - since > patience.whole) return stop(isLost() ? 'reply-lost' : 'too-long');
    const look = around.waitUnlessStopped(patience.look);
    await (upload.outcome() === null ? Promise.race([upload.settled, look]) : look);
  }

  /** Nothing tells the job apart from somebody else's any more: its printer may have started anew. */
  function isStrange(): boolean {
    return !known.isOurName && lastSilence > Number.NEGATIVE_INFINITY;
  }

  /** The document may not have arrived, or nobody heard of it. */
  function isLost(): boolean {
    return upload.outcome()?.ok === false || lastSilence > lastAnswer;
  }

  /** `isOver`: the printer says so, and it is not that another name stands there. */
  function gone(isOver: boolean): FollowedEnd {
    upload.cut();
    return { kind: 'doubt', doubt: 'vanished', isOver };
  }

  /** What the job's end says; of a card only if the printer has confirmed all of its document. */
  async function ended(
    verdict: Exclude<JobVerdict, { kind: 'under-way' }>,
    job: JobAttributes,
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
    if (verdict.kind === 'doubt') return { ...verdict, isOver: true };
    await tell.faces(job);
    return verdict;
  }

  async function patienceOver(): Promise<null> {
    await around.waitUnlessStopped(patience.confirm);
    return null;
  }

  async function troublesOf(job: JobAttributes): Promise<readonly PrinterTrouble[]> {
    const said = await client.getPrinterAttributes(ASKED);
    // The job is what counts: of a printer that does not answer this, its next look will tell.
    if (!said.ok) return troubles;
    const { state, stateReasons, accepting, stateMessage } = said.value;
    const reasons = [...stateReasons, ...job.printerStateReasons];
    const message = `${stateMessage ?? ''} ${job.printerStateMessage ?? ''}`;
    if (printer.isQueue && DEVICE_AWAY.test(message)) reasons.push('offline');
    // What it takes of others does not concern a job that it has.
    const isAccepting = accepting || isActive(job);
    return troublesIn({ state, reasons, accepting: isAccepting });
  }

  /** Ends a job that is printed a second time, before it is a second card, and asks. */
  async function endBegunAnew(job: JobAttributes): Promise<FollowedEnd> {
    upload.cut();
    if (!isActive(job)) return { kind: 'doubt', doubt: 'history-missing', isOver: true };
    const ended = await endJob(client, known, around, patience);
    return { kind: 'doubt', doubt: 'canceled', isOver: ended.ok };
  }

  /** Ends the job. What it had printed by then is a question for the clerk, whatever the printer says. */
  async function stop(doubt: PrintDoubt): Promise<FollowedEnd> {
    upload.cut();
    const sent = await upload.settled;
    if (!sent.ok && isUntouched(sent.error)) return { kind: 'untouched', failure: sent.error };
    if (isStrange()) return { kind: 'doubt', doubt, isOver: false };
    const ended = await endJob(client, known, around, patience);
    if (sent.ok && ended.ok && ended.value !== null) {
      const verdict = judgeJob(ended.value, printer);
      if (verdict.kind === 'card') return verdict;
    }
    return { kind: 'doubt', doubt, isOver: ended.ok };
  }
}

/** Not one byte of the document left. */
function isUntouched({ kind }: IppFailure): boolean {
  return kind === 'unreachable' || kind === 'certificate';
}

/**
 * Tells only what is new. A queue counts faces that it has handed on, not ones that are printed (measured: both at
 * once, with its printer off).
 */
function createTeller(
  printer: IppDevice,
  { report }: Surroundings,
): {
  faces(job: JobAttributes): Promise<void>;
  troubles(now: readonly PrinterTrouble[]): Promise<void>;
} {
  const faces = facesOf(printer);
  let face = 0;
  // Told at the first look in any case: what was on the screen before it was of something else.
  let told: string | null = null;
  return {
    async faces({ state, impressionsCompleted }) {
      const isCounted = !printer.isQueue && (impressionsCompleted ?? 0) > 0;
      const reached = isCounted ? faces : state === 'processing' ? 1 : 0;
      for (; face < reached; face += 1) {
        await report({ kind: 'stage', stage: face === 0 ? 'front' : 'back' });
      }
    },
    async troubles(now) {
      const said = now.join();
      if (said === told) return;
      told = said;
      await report({ kind: 'troubles', troubles: [...now] });
    },
  };
}
