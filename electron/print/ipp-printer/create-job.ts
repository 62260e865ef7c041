import type { PrinterRefusal } from '../../../shared/contract/printer.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { IppClient } from '../ipp/client.ts';
import type { JobTicket } from '../ipp/ticket.ts';
import type { Surroundings } from '../surroundings.ts';
import { findJobs } from './find-job.ts';
import type { Patience } from './patience.ts';
import { refusalOf, STATUS } from './refusal-of.ts';

/** A reply that is lost again and again is a broken line, not a printer. */
const MOST_ATTEMPTS = 3;

/**
 * A job without a document: nothing is printed of it. So it may be asked for again; after a lost reply the
 * printer is asked first for the name, because the job may be there already. A printer that is busy with another
 * card is waited for.
 */
export async function createJob(
  client: IppClient,
  ticket: JobTicket,
  around: Surroundings,
  patience: Patience,
): Promise<Result<number, PrinterRefusal>> {
  const began = around.now();
  let lost = 0;
  for (;;) {
    if (around.isStopped()) return err({ kind: 'not-sent' });
    const created = await client.createJob(ticket);
    if (created.ok) return ok(created.value.number);
    const { error } = created;
    const isLost = error.kind === 'cut' || error.kind === 'not-ipp';
    if (isLost) lost += 1;
    // Also where it is busy after that: what keeps it busy may be this very job.
    if (lost > 0) {
      const there = await findJobs(client, { name: ticket.jobName, number: null });
      const found = there.ok ? there.value.ours.at(-1) : undefined;
      if (found !== undefined) return ok(found.number);
    }
    if (error.kind === 'refused' && error.status === STATUS.busy) {
      if (around.now() - began > patience.beforeSending) return err({ kind: 'busy' });
    } else if (isLost) {
      if (lost >= MOST_ATTEMPTS) return err(refusalOf(error));
    } else {
      return err(refusalOf(error));
    }
    await around.waitUnlessStopped(patience.look);
  }
}
