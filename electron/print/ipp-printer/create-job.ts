import type { PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';
import type { WorkerContext } from '../worker-context.ts';
import { findJobs, isWaiting } from './find-job.ts';
import type { OwnTicket } from './job-ticket.ts';
import type { KnownJob } from './known-job.ts';
import { isBusy, refusalOf } from './refusal-of.ts';
import type { Patience } from './time-limits.ts';

/** A reply that is lost again and again is a broken line, not a printer. */
const MOST_ATTEMPTS = 3;

/**
 * A job without a document: nothing is printed of it. So it may be asked for again; after a lost reply the
 * printer is asked first for the name, because the job may be there already. A printer that is busy with another
 * card is waited for, and says so. Its number is reported, and its name is read back.
 */
export async function createJob(
  client: IppClient,
  ticket: OwnTicket,
  context: WorkerContext,
  patience: Patience,
): Promise<Result<KnownJob, PrinterRefusal>> {
  const number = await numberOfNewJob(client, ticket, context, patience);
  if (!number.ok) return number;
  await context.report({ kind: 'job', name: ticket.jobName, number: number.value });
  return nameOfNewJob(client, ticket, number.value, context, patience);
}

async function numberOfNewJob(
  client: IppClient,
  ticket: OwnTicket,
  context: WorkerContext,
  patience: Patience,
): Promise<Result<number, PrinterRefusal>> {
  const began = context.now();
  let lost = 0;
  let told = false;
  const tellBusy = async (isOne: boolean): Promise<void> => {
    if (told === isOne) return;
    told = isOne;
    await context.report({ kind: 'troubles', troubles: isOne ? ['busy'] : [] });
  };
  for (;;) {
    if (context.isStopped()) return err({ kind: 'not-sent' });
    const created = await client.createJob(ticket);
    if (created.ok) {
      await tellBusy(false);
      return ok(created.value.number);
    }
    const { error } = created;
    if (isLost(error)) lost += 1;
    // Also where it is busy after that: what keeps it busy may be this very job.
    if (lost > 0) {
      const there = await findJobs(client, { name: ticket.jobName, number: null });
      const found = there.ok ? there.value.ours.filter(isWaiting).at(-1) : undefined;
      if (found !== undefined) {
        await tellBusy(false);
        return ok(found.number);
      }
    }
    if (isBusy(error)) {
      if (context.now() - began > patience.beforeSending) return err({ kind: 'busy' });
      await tellBusy(true);
    } else if (isLost(error)) {
      if (lost >= MOST_ATTEMPTS) return err(refusalOf(error));
    } else {
      return err(refusalOf(error));
    }
    await context.waitUnlessStopped(patience.pollInterval);
  }
}

/**
 * The name by which this job is known from now on. Some printers give jobs names of their own, before their document
 * or never; a job by another name that is more than an empty one is somebody else's.
 */
async function nameOfNewJob(
  client: IppClient,
  { jobName }: OwnTicket,
  number: number,
  context: WorkerContext,
  patience: Patience,
): Promise<Result<KnownJob, PrinterRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    const said = await client.getJobAttributes(number);
    if (said.ok) {
      const { name, documents } = said.value;
      const isOurName = name === jobName;
      // Only right after it was made: a printer that was not heard of may have started anew meanwhile.
      const isNew = attempt === 1 && isWaiting(said.value) && (documents ?? 0) === 0;
      return isOurName || isNew ? ok({ number, name, isOurName }) : err({ kind: 'unreachable' });
    }
    const { error } = said;
    // It made a job and knows of none.
    if (error.kind === 'refused') return err({ kind: 'job-refused', status: error.status });
    if (error.kind === 'certificate' || attempt >= MOST_ATTEMPTS) return err(refusalOf(error));
    await context.waitUnlessStopped(patience.pollInterval);
  }
}

function isLost({ kind }: IppFailure): boolean {
  return kind === 'cut' || kind === 'not-ipp';
}
