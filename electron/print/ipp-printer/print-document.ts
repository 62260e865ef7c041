import type { JobId } from '../../../shared/contract/ids.ts';
import type { IppDevice, PrintEnding, PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import type { PrinterJob } from '../../../shared/contract/worker.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';
import type { WorkerContext } from '../worker-context.ts';
import { createJob } from './create-job.ts';
import { endJob } from './end-job.ts';
import { neverBegan } from './find-job.ts';
import { followJob } from './follow-job.ts';
import type { FollowedEnd } from './followed-end.ts';
import { jobTicket, type OwnTicket } from './job-ticket.ts';
import type { KnownJob } from './known-job.ts';
import { waitUntilItMayBeSent } from './preflight.ts';
import { isBusy, isNotSupported, refusalOf } from './refusal-of.ts';
import { type EarlierAttempt, settleEarlier } from './settle-earlier.ts';
import type { Patience } from './time-limits.ts';
import { type PrintDocument, startUpload } from './upload.ts';

/** How a print ended, and of which jobs the end was heard before that was told. */
export interface Printed {
  readonly ending: PrintEnding;
  /** The attempts before this one can bring no card any more, and the clerk is asked about those that may have. */
  readonly settled: boolean;
  /** The same of this one. */
  readonly isOver: boolean;
}

/** A connection that does not come up is tried again a few times: not one byte of the card has left. */
const MOST_ATTEMPTS = 3;

/**
 * Prints one card, or one paper, and says how it ended. The job is created empty, its number is reported and its name
 * read back, and only then the document is sent, and never again once a byte of it may have been read. Whatever may
 * have left a card without saying so is a doubt.
 */
export async function printDocument(
  client: IppClient,
  printer: IppDevice,
  job: { readonly name: PrinterJob['name']; readonly earlier: readonly EarlierAttempt[] },
  document: PrintDocument,
  context: WorkerContext,
  patience: Patience,
): Promise<Printed> {
  const refused = await waitUntilItMayBeSent(client, printer, context, patience, 'ready');
  if (refused !== null) return { ending: { kind: 'no-card', why: refused }, settled: false, isOver: true };
  const unsettled = await settleEarlier(job.earlier, printer, context, patience);
  if (unsettled !== null) {
    return { ending: unsettled, settled: unsettled.kind === 'doubt', isOver: true };
  }
  const ticket = await acceptedTicket(client, printer, job.name);
  if (!ticket.ok) return noCard(ticket.error);
  const began = context.now();
  for (;;) {
    const busy = await waitUntilItMayBeSent(client, printer, context, patience, 'free');
    if (busy !== null) return noCard(busy);
    const created = await createJob(client, ticket.value, context, patience);
    if (!created.ok) return noCard(created.error);
    const sent = await send(client, printer, created.value, document, context, patience);
    if (sent.kind === 'printed') return sent.printed;
    // Another job came between, or it refuses documents and does not say that it is at work.
    if (context.now() - began > patience.beforeSending) return noCard({ kind: 'busy' });
    await context.report({ kind: 'troubles', troubles: ['busy'] });
    await context.waitUnlessStopped(patience.busy);
  }
}

function noCard(why: PrinterRefusal): Printed {
  return { ending: { kind: 'no-card', why }, settled: true, isOver: true };
}

/**
 * The card's size by its measures, as the standard has it. Where the printer does not take that: by its name. CUPS's
 * `ippeveprinter` takes no measures alone (measured with CUPS 2.4.10).
 */
async function acceptedTicket(
  client: IppClient,
  printer: IppDevice,
  name: JobId,
): Promise<Result<OwnTicket, PrinterRefusal>> {
  const measured = jobTicket(printer, name, 'measures');
  const refusedMeasures = await refusedBy(client, measured);
  if (refusedMeasures === null) return ok(measured);
  if (!isNotSupported(refusedMeasures)) return err(refusalOf(refusedMeasures));
  const named = jobTicket(printer, name, 'name');
  const refusedName = await refusedBy(client, named);
  return refusedName === null ? ok(named) : err(refusalOf(refusedName));
}

/** What speaks against a job like this; null: nothing but that another one is under way. */
async function refusedBy(client: IppClient, ticket: OwnTicket): Promise<IppFailure | null> {
  const valid = await client.validateJob(ticket);
  return valid.ok || isBusy(valid.error) ? null : valid.error;
}

/** `busy`: nothing of it is printed, its job is over, and the printer may take it later. */
type Sent = { readonly kind: 'printed'; readonly printed: Printed } | { readonly kind: 'busy' };

async function send(
  client: IppClient,
  printer: IppDevice,
  job: KnownJob,
  document: PrintDocument,
  context: WorkerContext,
  patience: Patience,
): Promise<Sent> {
  // Before its first byte: from here on a card may come, and nobody withdraws the application under it.
  await context.report({ kind: 'stage', stage: 'sent' });
  for (let attempt = 1; ; attempt += 1) {
    if (context.isStopped()) return takeBack({ kind: 'not-sent' });
    const upload = startUpload(client, job.number, document, context.stopped);
    const end = await followJob(client, printer, job, upload, context, patience);
    if (end.kind !== 'untouched') return { kind: 'printed', printed: asEnding(end) };
    const { failure } = end;
    if (isBusy(failure)) {
      const ended = await endJob(client, job, context, patience);
      if (ended.ok && (ended.value === null || neverBegan(ended.value))) return { kind: 'busy' };
      return { kind: 'printed', printed: asEnding({ kind: 'doubt', doubt: 'aborted', isOver: ended.ok }) };
    }
    if (failure.kind !== 'unreachable' || attempt >= MOST_ATTEMPTS) return takeBack(refusalOf(failure));
    await context.waitUnlessStopped(patience.pollInterval);
  }

  /** No byte of the card is there, or the printer refused all of it: the empty job is ended, and there is no card. */
  async function takeBack(why: PrinterRefusal): Promise<Sent> {
    // Best effort: an empty job prints nothing, and the purge finds it by its name.
    if (job.isOurName) await endJob(client, job, context, patience);
    return { kind: 'printed', printed: noCard(why) };
  }
}

function asEnding(end: Exclude<FollowedEnd, { kind: 'untouched' }>): Printed {
  switch (end.kind) {
    case 'card':
      return { ending: { kind: 'in-tray' }, settled: true, isOver: true };
    case 'doubt':
      return { ending: { kind: 'doubt', doubt: end.doubt }, settled: true, isOver: end.isOver };
    default:
      return unreachable(end);
  }
}
