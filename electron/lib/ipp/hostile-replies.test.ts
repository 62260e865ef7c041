import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { workerReport } from '../../../shared/contract/worker.ts';
import { processorTime } from '../../../tests/support/processor-time.ts';
import { sample } from '../../../tests/support/sample.ts';
import { describePrinter } from '../../print/set-up/inspect.ts';
import { groupsOf } from './attribute-values.ts';
import { decodeMessage } from './decode.ts';
import { hostileReplies } from './hostile-replies.test-support.ts';
import { readJob, readJobNumber } from './job-attributes.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { type PrinterAttributes, readPrinter } from './printer-attributes.ts';
import { tags } from './syntax.ts';
import { field, replyOf, wire } from './wire.test-support.ts';

const isLong = process.env.COUNTERFOIL_ALL === '1';
/** The many take about 10 s on an idle machine. */
const COUNT = isLong ? 100_000 : 10_000;
/** The long run looks at replies that nobody has looked at before, and its name says how to see them again. */
const SEED = isLong ? Date.now() % 2 ** 31 : 20_260_131;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** Bytes of the heap that are still held. */
function held(): number {
  if (typeof collectGarbage !== 'function') throw new Error('no way to collect garbage');
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Throws where the keeper would not take what a worker tells of this printer, and end the worker. */
function tellKeeper(said: PrinterAttributes): void {
  const place = { address: 'ipp://localhost:631/ipp/print', certificate: null };
  for (const role of ['card', 'ordinary'] as const) {
    const inspection = { ...describePrinter(said, role), ...place, missing: [] };
    workerReport.parse({ kind: 'inspected', inspection });
  }
}

/** Everything the client reads of a reply. */
function readAll(bytes: Buffer) {
  const message = decodeMessage(bytes);
  if (!message.ok) return { isMessage: false, values: [] };
  const { groups } = message.value;
  const printers = groupsOf(groups, tags.printerGroup).map(readPrinter);
  for (const printer of printers) if (printer.ok) tellKeeper(printer.value);
  const jobs = groupsOf(groups, tags.jobGroup);
  return { isMessage: true, values: [...printers, ...jobs.map(readJob), ...jobs.map(readJobNumber)] };
}

describe(`${COUNT} hostile replies (seed ${SEED})`, () => {
  it('are values or no IPP, and nothing else comes of them', () => {
    const before = held();
    const prototype = Reflect.ownKeys(Object.prototype);
    const tally = { messages: 0, values: 0, kinds: new Set<string>(), slowestMs: 0 };
    for (const [kind, bytes] of hostileReplies(SEED, COUNT)) {
      tally.kinds.add(kind);
      const start = processorTime();
      const { isMessage, values } = readAll(bytes);
      tally.slowestMs = Math.max(tally.slowestMs, processorTime() - start);
      if (isMessage) tally.messages += 1;
      for (const value of values) {
        if (value.ok) tally.values += 1;
        else if (value.error !== 'malformed') throw new Error(`${kind}: ${bytes.toString('hex')}`);
      }
    }
    expect(Reflect.ownKeys(Object.prototype)).toEqual(prototype);
    expect(held() - before).toBeLessThan(16 * 1024 * 1024);
    expect(tally.slowestMs).toBeLessThan(1000);
    // Each kind was among them, and they were no mere noise: some can still be read.
    expect(tally.kinds.size).toBe(12);
    expect(tally.messages).toBeGreaterThan(COUNT / 10);
    expect(tally.values).toBeGreaterThan(COUNT / 20);
  });
});

describe('nothing but', () => {
  const nested = wire(
    field(0x34, 'x'),
    ...Array.from({ length: 15 }, () => wire(field(0x4a, '', 'm'), field(0x34, ''))),
    Buffer.alloc(80, field(0x37, '')),
  );
  const named = (at: number): Buffer => field(0x21, `n${String(at).padStart(29, '0')}`, wire(0, 0, 0, 1));

  const PIECES: readonly [string, (at: number) => Buffer, number][] = [
    ['groups', () => Buffer.of(4), 1],
    ['attributes without a value', () => field(0x41, 'x'), 1],
    ['values', () => field(0x41, ''), 1],
    ['empty collections', () => wire(field(0x34, ''), field(0x37, '')), 1],
    ['attributes of long names', named, 1],
    ['nested collections', () => nested, 31],
  ];
  it.each(sample(PIECES, 1))(
    '%s: the most that is accepted fits, and more is refused soon',
    (_what, piece, items) => {
      const most = Math.floor(99_000 / items);
      const pieces = Array.from({ length: most }, (_, at) => piece(at));
      const bytes = replyOf(4, field(0x41, 'x', 'a'), Buffer.concat(pieces));
      expect(bytes.byteLength).toBeLessThan(DEFAULT_LIMITS.replyBytes);
      const before = held();
      const message = decodeMessage(bytes);
      const grown = held() - before;
      expect(message.ok).toBe(true);
      expect(grown).toBeLessThan(64 * 1024 * 1024);

      const more = replyOf(4, field(0x41, 'x', 'a'), Buffer.alloc(DEFAULT_LIMITS.replyBytes, piece(0)));
      const start = processorTime();
      expect(readAll(more).isMessage).toBe(false);
      expect(processorTime() - start).toBeLessThan(5000);
    },
  );
});
