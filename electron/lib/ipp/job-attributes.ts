import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AttributeReader } from './attribute-values.ts';

const jobNumber = z.int().min(1);

/** What a printer says of a job (RFC 8011, 5.3). Null: it did not say, or nothing that can be read. */
const jobAttributes = z.object({
  number: jobNumber,
  name: z.string().nullable(),
  state: z.enum(['pending', 'held', 'processing', 'stopped', 'canceled', 'aborted', 'completed']),
  /** Raw keywords of `job-state-reasons`. */
  reasons: z.array(z.string()),
  /** `time-at-processing`, in seconds of the printer's own clock: a queue that sends a job anew begins it anew. */
  processingSince: z.int().nullable(),
  /** Faces, for a printer that counts them. */
  impressionsCompleted: z.int().min(0).nullable(),
  /** `number-of-documents`: 0 after Create-Job alone. */
  documents: z.int().min(0).nullable(),
  /** `job-printer-state-reasons` and `-message`: what a queue saw of its device during this job (CUPS). */
  printerStateReasons: z.array(z.string()),
  printerStateMessage: z.string().nullable(),
});
export type JobAttributes = z.infer<typeof jobAttributes>;

export const JOB_ATTRIBUTES: readonly string[] = [
  'job-id',
  'job-impressions-completed',
  'job-name',
  'job-printer-state-message',
  'job-printer-state-reasons',
  'job-state',
  'job-state-reasons',
  'number-of-documents',
  'time-at-processing',
];

/** RFC 8011, 5.3.7. */
const STATES: ReadonlyMap<number | null, string> = new Map([
  [3, 'pending'],
  [4, 'held'],
  [5, 'processing'],
  [6, 'stopped'],
  [7, 'canceled'],
  [8, 'aborted'],
  [9, 'completed'],
]);

/** Reads one group of job attributes. Without exactly one job id and one known state it is none. */
export function readJob(group: AttributeReader): Result<JobAttributes, 'malformed'> {
  const read = jobAttributes.safeParse({
    number: group.onlyInteger('job-id'),
    name: group.keyword('job-name'),
    state: STATES.get(group.onlyInteger('job-state')),
    reasons: group.keywords('job-state-reasons'),
    processingSince: group.integer('time-at-processing'),
    impressionsCompleted: group.count('job-impressions-completed'),
    documents: group.count('number-of-documents'),
    printerStateReasons: group.keywords('job-printer-state-reasons'),
    printerStateMessage: group.text('job-printer-state-message'),
  });
  return read.success ? ok(read.data) : err('malformed');
}

/** The number a new job was given. */
export function readJobNumber(group: AttributeReader): Result<number, 'malformed'> {
  const read = jobNumber.safeParse(group.onlyInteger('job-id'));
  return read.success ? ok(read.data) : err('malformed');
}
