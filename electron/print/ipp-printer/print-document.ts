import type { IppDevice, PrintEnding, PrinterRefusal } from '../../../shared/contract/printer.ts';
import type { PrinterJob } from '../../../shared/contract/worker.ts';
import type { IppClient } from '../ipp/client.ts';
import type { IppFailure } from '../ipp/failure.ts';
import type { Surroundings } from '../surroundings.ts';
import { createJob } from './create-job.ts';
import { endJob } from './end-job.ts';
import { isWaiting } from './find-job.ts';
import { type FollowedEnd, followJob } from './follow-job.ts';
import { jobTicket } from './job-ticket.ts';
import type { Patience } from './patience.ts';
import { waitUntilItMayBeSent } from './preflight.ts';
import { refusalOf } from './refusal-of.ts';
import { type EarlierAttempt, settleEarlier } from './settle-earlier.ts';

/** A card or a paper as the printer takes it. */
export interface PrintDocument {
  readonly mimeType: 'application/pdf' | 'image/pwg-raster';
  readonly bytes: Uint8Array;
}

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
 * Prints one card, or one paper, and says how it ended. The job is created empty, its number is reported, and only then the
 * document is sent, once and never again: after a lost reply the printer is asked what it knows of the job.
 * Whatever may have left a card without saying so is a doubt.
 */
export async function printDocument(
  client: IppClient,
  printer: IppDevice,
  job: { readonly name: PrinterJob['name']; readonly earlier: readonly EarlierAttempt[] },
  document: PrintDocument,
  around: Surroundings,
  patience: Patience,
): Promise<Printed> {
  const refused = await waitUntilItMayBeSent(client, printer, around, patience);
  if (refused !== null) return { ending: { kind: 'no-card', why: refused }, settled: false, isOver: true };
  const unsettled = await settleEarlier(job.earlier, printer, around, patience);
  if (unsettled !== null) {
    return { ending: unsettled, settled: unsettled.kind === 'doubt', isOver: true };
  }
  const ticket = jobTicket(printer, job.name);
  const valid = await client.validateJob(ticket);
  if (!valid.ok && !isBusy(valid.error)) return noCard(refusalOf(valid.error));
  const created = await createJob(client, ticket, around, patience);
  if (!created.ok) return noCard(created.error);
  const number = created.value;
  await around.report({ kind: 'job', name: job.name, number });
  return send(client, printer, number, document, around, patience);
}

function noCard(why: PrinterRefusal): Printed {
  return { ending: { kind: 'no-card', why }, settled: true, isOver: true };
}

function isBusy(failure: IppFailure): boolean {
  return failure.kind === 'refused' && refusalOf(failure).kind === 'busy';
}

async function send(
  client: IppClient,
  printer: IppDevice,
  number: number,
  document: PrintDocument,
  around: Surroundings,
  patience: Patience,
): Promise<Printed> {
  // Before its first byte: from here on a card may come, and nobody withdraws the application under it.
  await around.report({ kind: 'stage', stage: 'sent' });
  for (let attempt = 1; ; attempt += 1) {
    if (around.isStopped()) return takeBack({ kind: 'not-sent' });
    const sent = await client.sendDocument(number, document.mimeType, document.bytes, around.stopped);
    if (sent.ok) {
      return asEnding(await followJob(client, printer, number, true, around, patience));
    }
    const { error } = sent;
    switch (error.kind) {
      case 'cut':
      case 'not-ipp':
        // It may be printing: looked at, never sent again.
        return asEnding(await followJob(client, printer, number, false, around, patience));
      case 'refused': {
        // A printer may print while it reads. Only a job that still waits for its document has printed nothing.
        const job = await client.getJobAttributes(number);
        if (job.ok && isWaiting(job.value)) return takeBack(refusalOf(error));
        return asEnding(await followJob(client, printer, number, false, around, patience));
      }
      case 'certificate':
        return takeBack(refusalOf(error));
      case 'unreachable':
        if (attempt >= MOST_ATTEMPTS) return takeBack(refusalOf(error));
        await around.waitUnlessStopped(patience.look);
    }
  }

  /** No byte of the card is there, or the printer refused all of it: the empty job is ended, and there is no card. */
  async function takeBack(why: PrinterRefusal): Promise<Printed> {
    // Best effort: an empty job prints nothing, and the purge finds it by its name.
    await endJob(client, number, around, patience);
    return noCard(why);
  }
}

function asEnding(end: FollowedEnd): Printed {
  if (end.kind === 'card') return { ending: { kind: 'in-tray' }, settled: true, isOver: true };
  return { ending: { kind: 'doubt', doubt: end.doubt }, settled: true, isOver: end.isOver };
}
