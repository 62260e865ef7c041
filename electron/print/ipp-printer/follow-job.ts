import type { IppDevice, PrintDoubt } from '../../../shared/contract/printer.ts';
import { type PrinterTrouble, troublesIn } from '../../../shared/printing/trouble.ts';
import type { IppClient } from '../ipp/client.ts';
import type { JobAttributes } from '../ipp/job-attributes.ts';
import type { Surroundings } from '../surroundings.ts';
import { endJob } from './end-job.ts';
import { isActive } from './find-job.ts';
import { facesOf, judgeJob } from './judge-job.ts';
import type { Patience } from './patience.ts';
import { isUnknownJob } from './refusal-of.ts';

/** How a job that has its document ended, as far as a printer can say it. */
export type FollowedEnd =
  | { readonly kind: 'card' }
  /** `isOver`: nothing can come of it any more; otherwise a card may still, after the clerk has looked. */
  | { readonly kind: 'doubt'; readonly doubt: PrintDoubt; readonly isOver: boolean };

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
 * Follows a job that has its document until nothing can come of it any more, telling faces and troubles as they
 * come. `arrived`: the printer has confirmed the document; otherwise it may still wait for it, and a job that
 * waits for good is ended. Never sends anything again.
 */
export async function followJob(
  client: IppClient,
  printer: IppDevice,
  number: number,
  arrived: boolean,
  around: Surroundings,
  patience: Patience,
): Promise<FollowedEnd> {
  const since = around.now();
  let lastMove = around.now();
  let lastAnswer = around.now();
  let lastSeen = '';
  let began: number | null = null;
  let name: string | null = null;
  const tell = createTeller(printer, around);
  for (;;) {
    if (around.isStopped()) return stop('canceled');
    const job = await client.getJobAttributes(number);
    const now = around.now();
    if (job.ok) {
      lastAnswer = now;
      // A printer that starts anew counts from one again: under this number may be somebody else's card by now.
      // Compared with what it said first, because some printers give jobs names of their own.
      if (name !== null && job.value.name !== name) return { kind: 'doubt', doubt: 'vanished', isOver: true };
      name ??= job.value.name;
      const { processingSince } = job.value;
      // A print server that was started anew, or that tries again, sends what it has once more: one card may be there.
      if (began !== null && processingSince !== null && processingSince !== began) {
        return endBegunAnew(job.value);
      }
      began ??= processingSince;
      const verdict = judgeJob(job.value, printer);
      if (verdict.kind !== 'under-way') {
        if (verdict.kind === 'card') {
          await tell.faces(job.value);
          return verdict;
        }
        return { kind: 'doubt', doubt: arrived ? verdict.doubt : 'reply-lost', isOver: true };
      }
      await tell.faces(job.value);
      const seen = JSON.stringify([job.value.state, job.value.reasons, job.value.impressionsCompleted]);
      if (seen !== lastSeen) lastMove = now;
      lastSeen = seen;
      const troubles = await troublesOf(job.value);
      await tell.troubles(troubles);
      const mendable = troubles.length > 0 && !troubles.includes('offline');
      const standsStill = now - lastMove > (mendable ? patience.trouble : patience.standstill);
      if (standsStill || now - since > patience.whole) {
        return stop(arrived ? 'too-long' : 'reply-lost');
      }
    } else if (isUnknownJob(job.error)) {
      return { kind: 'doubt', doubt: 'vanished', isOver: true };
    } else {
      await tell.troubles(['offline']);
      if (now - lastAnswer > patience.silence) return { kind: 'doubt', doubt: 'reply-lost', isOver: false };
    }
    await around.waitUnlessStopped(patience.look);
  }

  async function troublesOf(job: JobAttributes): Promise<readonly PrinterTrouble[]> {
    const said = await client.getPrinterAttributes(ASKED);
    // The job is what counts: of a printer that does not answer, its next look will tell.
    if (!said.ok) return [];
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
    if (!isActive(job)) return { kind: 'doubt', doubt: 'history-missing', isOver: true };
    const ended = await endJob(client, number, around, patience);
    return { kind: 'doubt', doubt: 'canceled', isOver: ended.ok };
  }

  /** Ends the job. What it had printed by then is a question for the clerk, whatever the printer says. */
  async function stop(doubt: PrintDoubt): Promise<FollowedEnd> {
    const ended = await endJob(client, number, around, patience);
    if (ended.ok && ended.value !== null) {
      const verdict = judgeJob(ended.value, printer);
      if (verdict.kind === 'card') return verdict;
    }
    return { kind: 'doubt', doubt, isOver: ended.ok };
  }
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
  let told = '';
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
