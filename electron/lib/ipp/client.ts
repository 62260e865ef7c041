import { type IppTarget, printerUri } from '../../../shared/printing/address.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type AttributeReader, groupsOf } from './attribute-values.ts';
import { decodeMessage } from './decode.ts';
import { encodeMessage } from './encode.ts';
import type { IppFailure } from './failure.ts';
import { JOB_ATTRIBUTES, type JobAttributes, readJob, readJobNumber } from './job-attributes.ts';
import { DEFAULT_LIMITS, type IppLimits } from './limits.ts';
import {
  documentAttributes,
  jobGroup,
  jobNameAttributes,
  keyword,
  lastDocument,
  operationGroup,
  operationIds,
  purgeJob,
  requestedAttributes,
} from './operations.ts';
import { PRINTER_ATTRIBUTES, type PrinterAttributes, readPrinter } from './printer-attributes.ts';
import { type AttributeGroup, tags } from './syntax.ts';
import type { JobTicket } from './ticket.ts';
import { type Call, post } from './transport.ts';

type Answer<Value> = Promise<Result<Value, IppFailure>>;

/** One printer or queue. Every call has a connection of its own, so that a failure is this call's and no other's. */
export interface IppClient {
  /** `requested`: when not all of ours are wanted, `printer-state` among them. What was not asked for reads as not said. */
  getPrinterAttributes(requested?: readonly string[]): Answer<PrinterAttributes>;
  /** Print servers consent to almost anything here; a refusal is meant. */
  validateJob(ticket: JobTicket): Answer<null>;
  createJob(ticket: JobTicket): Answer<{ readonly number: number }>;
  /** The only document of a job; with its last byte the job may print. `format`: a media type. */
  sendDocument(number: number, format: string, data: Uint8Array, sending?: Sending): Answer<null>;
  getJobAttributes(number: number): Answer<JobAttributes>;
  /** All or nothing: a list with one unreadable job is `not-ipp`, because that one may be the one looked for. */
  getJobs(which: 'all' | 'completed' | 'not-completed'): Answer<readonly JobAttributes[]>;
  cancelJob(number: number, how: { readonly purge: boolean }): Answer<null>;
  purgeJobs(): Answer<null>;
  identifyPrinter(): Answer<null>;
  /** The queues of the print server at this address (CUPS-Get-Printers), whatever the target's path. */
  listQueues(): Answer<readonly PrinterAttributes[]>;
}

interface IppVersion {
  readonly major: number;
  readonly minor: number;
}
/** What printers speak since PWG 5100.12; and what one speaks that refuses it (RFC 8011, 4.1.8). */
const NEWEST: IppVersion = { major: 2, minor: 0 };
const OLDEST: IppVersion = { major: 1, minor: 1 };

/** `server-error-version-not-supported`. */
function isVersionRefused(failure: IppFailure): boolean {
  return failure.kind === 'refused' && failure.status === 0x0503;
}

/** A document is sent for as long as its caller wants: a printer may take it no faster than it prints. */
export interface Sending {
  readonly signal?: AbortSignal;
  /** How many bytes the line has taken so far. */
  readonly onTaken?: (bytes: number) => void;
}

interface Request {
  readonly operation: number;
  readonly groups: readonly AttributeGroup[];
  readonly document?: { readonly data: Uint8Array; readonly sending: Sending };
}

/** How a client reaches its target. */
export interface IppClientOptions {
  readonly limits?: IppLimits;
  /** The UNIX socket at which the target listens as well; it is taken in the place of the address. */
  readonly socket?: string | null;
}

/** A client for one target. Nothing is connected before the first call. */
export function createIppClient(target: IppTarget, options: IppClientOptions = {}): IppClient {
  const { limits = DEFAULT_LIMITS, socket = null } = options;
  const uri = printerUri(target);
  const server: IppTarget = { ...target, path: '/' };

  let version: IppVersion = NEWEST;

  async function askAt(
    place: IppTarget,
    operation: number,
    groups: readonly AttributeGroup[],
  ): Answer<readonly AttributeGroup[]> {
    const reply = await send({ target: place, socket }, limits, version, { operation, groups });
    if (reply.ok || !isVersionRefused(reply.error) || version === OLDEST) return reply;
    version = OLDEST;
    return send({ target: place, socket }, limits, version, { operation, groups });
  }
  const ask = (operation: number, ...groups: readonly AttributeGroup[]) => askAt(target, operation, groups);

  return {
    async getPrinterAttributes(requested = PRINTER_ATTRIBUTES) {
      const group = operationGroup(uri, null, [requestedAttributes(requested)]);
      const reply = await ask(operationIds.getPrinterAttributes, group);
      return reply.ok ? first(reply.value, tags.printerGroup, readPrinter) : reply;
    },

    async validateJob(ticket) {
      const group = operationGroup(uri, null, jobNameAttributes(ticket));
      return consent(await ask(operationIds.validateJob, group, jobGroup(ticket)));
    },

    async createJob(ticket) {
      const group = operationGroup(uri, null, jobNameAttributes(ticket));
      return newJob(await ask(operationIds.createJob, group, jobGroup(ticket)));
    },

    async sendDocument(number, format, data, sending = {}) {
      const groups = [operationGroup(uri, number, [...documentAttributes(format), lastDocument])];
      const document = { data, sending };
      const request = { operation: operationIds.sendDocument, groups, document };
      // In the version that the calls before it have found: a document is not sent once more for a number.
      return consent(await send({ target, socket }, limits, version, request));
    },

    async getJobAttributes(number) {
      const group = operationGroup(uri, number, [requestedAttributes(JOB_ATTRIBUTES)]);
      const reply = await ask(operationIds.getJobAttributes, group);
      const job = reply.ok ? first(reply.value, tags.jobGroup, readJob) : reply;
      // What it says of another job says nothing of ours.
      return job.ok && job.value.number !== number ? malformed : job;
    },

    async getJobs(which) {
      const group = operationGroup(uri, null, [
        requestedAttributes(JOB_ATTRIBUTES),
        ['which-jobs', [keyword(which)]],
      ]);
      const reply = await ask(operationIds.getJobs, group);
      return reply.ok ? every(reply.value, tags.jobGroup, readJob) : reply;
    },

    async cancelJob(number, { purge }) {
      return consent(await ask(operationIds.cancelJob, operationGroup(uri, number, purge ? [purgeJob] : [])));
    },

    async purgeJobs() {
      return consent(await ask(operationIds.purgeJobs, operationGroup(uri, null)));
    },

    async identifyPrinter() {
      return consent(await ask(operationIds.identifyPrinter, operationGroup(uri, null)));
    },

    async listQueues() {
      const groups = [operationGroup(printerUri(server), null, [requestedAttributes(PRINTER_ATTRIBUTES)])];
      const reply = await askAt(server, operationIds.listQueues, groups);
      // A CUPS without a single queue answers "not found" (RFC 8011, B.1.4.7).
      if (!reply.ok && reply.error.kind === 'refused' && reply.error.status === 0x0406) return ok([]);
      return reply.ok ? every(reply.value, tags.printerGroup, readPrinter) : reply;
    },
  };
}

/** The groups of a reply that consents. */
async function send(
  line: Pick<Call, 'target' | 'socket'>,
  limits: IppLimits,
  { major, minor }: IppVersion,
  { operation, groups, document }: Request,
): Answer<readonly AttributeGroup[]> {
  const reply = await post(
    {
      ...line,
      // One request a connection: the number only has to be positive, and no other reply can come (RFC 8010, 3.1.2).
      message: encodeMessage({ major, minor, code: operation, requestId: 1, groups }),
      document: document?.data ?? null,
      signal: document?.sending.signal ?? null,
      onTaken: document?.sending.onTaken ?? (() => undefined),
    },
    limits,
  );
  if (!reply.ok) return reply;
  const decoded = decodeMessage(reply.value);
  if (!decoded.ok) return malformed;
  // RFC 8011, appendix B: everything from 0x0100 on is no success.
  if (decoded.value.code >= 0x0100) return err({ kind: 'refused', status: decoded.value.code });
  return ok(decoded.value.groups);
}

const malformed: Result<never, IppFailure> = err({ kind: 'not-ipp', why: 'malformed', httpStatus: 200 });

function consent(reply: Result<unknown, IppFailure>): Result<null, IppFailure> {
  return reply.ok ? ok(null) : reply;
}

function newJob(
  reply: Result<readonly AttributeGroup[], IppFailure>,
): Result<{ readonly number: number }, IppFailure> {
  if (!reply.ok) return reply;
  const number = first(reply.value, tags.jobGroup, readJobNumber);
  return number.ok ? ok({ number: number.value }) : number;
}

function first<Value>(
  groups: readonly AttributeGroup[],
  tag: number,
  read: (group: AttributeReader) => Result<Value, 'malformed'>,
): Result<Value, IppFailure> {
  const [group] = groupsOf(groups, tag);
  const value = group === undefined ? null : read(group);
  return value?.ok ? value : malformed;
}

function every<Value>(
  groups: readonly AttributeGroup[],
  tag: number,
  read: (group: AttributeReader) => Result<Value, 'malformed'>,
): Result<readonly Value[], IppFailure> {
  const values: Value[] = [];
  for (const group of groupsOf(groups, tag)) {
    const value = read(group);
    if (!value.ok) return malformed;
    values.push(value.value);
  }
  return ok(values);
}
