import { describe, expect, it } from 'vitest';
import { AttributeReader } from './attribute-values.ts';
import { readJob, readJobNumber } from './job-attributes.ts';
import { enumeration, groupWith, integer, JOB, keywords } from './samples.test-support.ts';
import { field, wire } from './wire.test-support.ts';

const group = (...fields: readonly Uint8Array[]) => new AttributeReader(groupWith(2, fields).attributes);
const malformed = { ok: false, error: 'malformed' };

describe('what a printer says of a job', () => {
  it('is read whole', () => {
    expect(readJob(group(...JOB))).toEqual({
      ok: true,
      value: {
        number: 147,
        name: 'b3f1',
        state: 'processing',
        reasons: ['job-printing'],
        processingSince: 1_900_000_000,
        impressionsCompleted: 1,
        documents: 1,
        printerStateReasons: ['none'],
        printerStateMessage: 'Printing',
      },
    });
  });

  it.each([
    [3, 'pending'],
    [4, 'held'],
    [5, 'processing'],
    [6, 'stopped'],
    [7, 'canceled'],
    [8, 'aborted'],
    [9, 'completed'],
  ])('may be no more than its number and state %d', (value, state) => {
    expect(readJob(group(integer('job-id', 1), enumeration('job-state', value)))).toEqual({
      ok: true,
      value: {
        number: 1,
        name: null,
        state,
        reasons: [],
        processingSince: null,
        impressionsCompleted: null,
        documents: null,
        printerStateReasons: [],
        printerStateMessage: null,
      },
    });
  });

  it.each([0, 1, 2, 10, -3])('is nothing with a state %d that is none', (value) => {
    expect(readJob(group(integer('job-id', 1), enumeration('job-state', value)))).toEqual(malformed);
  });

  it.each<[string, Buffer]>([
    ['none', keywords('job-name', ['x'])],
    ['zero', integer('job-id', 0)],
    ['below zero', integer('job-id', -147)],
    ['unknown', field(0x12, 'job-id')],
    ['a word', keywords('job-id', ['147'])],
    ['two', wire(integer('job-id', 147), integer('job-id', 148))],
  ])('is nothing, and no new job, with a number that is %s', (_what, number) => {
    expect(readJob(group(number, enumeration('job-state', 9)))).toEqual(malformed);
    expect(readJobNumber(group(number))).toEqual(malformed);
  });

  it('counts no faces when a printer counts below zero', () => {
    const job = readJob(
      group(integer('job-id', 1), enumeration('job-state', 9), integer('job-impressions-completed', -1)),
    );
    expect(job.ok && job.value.impressionsCompleted).toBeNull();
  });
});
