import { expect, it } from 'vitest';
import { type KeeperOptions, lastFourOf } from '../../electron/keeper/desk/desk.test-support.ts';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import type { PrintEnding } from '../../shared/contract/printer.ts';
import {
  type Counter,
  ending,
  killWorker,
  openCounterWith,
  printAgain,
  printCard,
  printOnceMore,
  putAside,
  untilSeen,
} from './counter.ts';
import { type Lie, oneJobPrinter } from './one-job-printer.ts';
import { type FaultReply, ippReply, jobGroup, printerGroup } from './peers/fault-replies.ts';
import { operations } from './peers/ipp-message.ts';
import { steadyWorker } from './queued.ts';
import { faultPrinter } from './stage.ts';

// Printers that answer anything at all: the kiosk asks, sends no document twice, and loses nothing.

const honest: Lie = () => null;
const doubt = (of: Extract<PrintEnding, { kind: 'doubt' }>['doubt']): PrintEnding => ({
  kind: 'doubt',
  doubt: of,
});
const noCard = (why: Extract<PrintEnding, { kind: 'no-card' }>['why']): PrintEnding => ({
  kind: 'no-card',
  why,
});

/** Lies about one operation, each time. */
function always(operation: number, reply: FaultReply): Lie {
  return (request) => (request.operation === operation ? reply : null);
}

/** The same, from the moment on when the job has its document. */
function onceSent(operation: number, reply: FaultReply): Lie {
  return (request, job) => (request.operation === operation && job.state === 9 ? reply : null);
}

/** Says this of every job that has its document. */
function ofTheJob(said: { state: number; impressions?: number; reasons?: readonly string[] }): Lie {
  return ({ operation, attributes }, job) =>
    operation === operations.getJobAttributes && job.state === 9
      ? ippReply([jobGroup({ id: Number(attributes.get('job-id')), name: job.name ?? '', ...said })])
      : null;
}

/** A counter with a printer that is honest until `lies` says otherwise, and keeps its jobs all the while. */
async function desk(options: KeeperOptions = {}) {
  const printer = await faultPrinter();
  let now = honest;
  printer.onRequest(oneJobPrinter((request, job) => now(request, job)));
  const counter = await openCounterWith(printer.uri, options);
  return {
    printer,
    counter,
    lies(lie: Lie): void {
      now = lie;
    },
  };
}

/** The clerk puts it aside and opens it again: whatever the printer did, the application is whole. */
async function expectWhole(counter: Counter): Promise<void> {
  const before = await counter.page.application();
  const ticket = await putAside(counter);
  await counter.page.does('openApplication', { ticket });
  expect(await counter.page.application()).toEqual(before);
  expect(before).toMatchObject({ hasPhoto: true, answers: { name: 'Zephyrina Vandersloot' } });
}

const { createJob, sendDocument, getJobAttributes } = operations;
const done = { state: 9, reasons: ['job-completed-successfully'] };
const garbage = { kind: 'bytes', bytes: Buffer.from('no printer at all') } as const;

/** What it does, what comes of it, and the documents it has been sent by then. */
const rows: readonly (readonly [string, Lie, PrintEnding, number])[] = [
  ['stops the job and never goes on', ofTheJob({ state: 6 }), doubt('too-long'), 1],
  [
    'answers the document with HTTP 503',
    always(sendDocument, { kind: 'http', status: 503 }),
    doubt('reply-lost'),
    1,
  ],
  [
    'breaks the line when it has the document',
    always(sendDocument, { kind: 'reset' }),
    doubt('reply-lost'),
    1,
  ],
  ['never answers the document', always(sendDocument, { kind: 'silence' }), doubt('too-long'), 1],
  ['answers the document with nonsense', always(sendDocument, garbage), doubt('reply-lost'), 1],
  ['takes no jobs', always(createJob, ippReply([], 0x0506)), noCard({ kind: 'rejecting' }), 0],
  [
    'speaks another version',
    always(createJob, ippReply([], 0x0503)),
    noCard({ kind: 'job-refused', status: 0x0503 }),
    0,
  ],
  [
    'gives the job a number that is none',
    always(createJob, ippReply([jobGroup({ id: -7, state: 3 })])),
    noCard({ kind: 'not-a-printer' }),
    0,
  ],
  [
    'forgets the job at once',
    always(getJobAttributes, ippReply([], 0x0406)),
    noCard({ kind: 'job-refused', status: 0x0406 }),
    0,
  ],
  [
    'accepts the document and forgets the job',
    onceSent(getJobAttributes, ippReply([], 0x0406)),
    doubt('vanished'),
    1,
  ],
  ['has completed one face', ofTheJob({ ...done, impressions: 1 }), doubt('incomplete'), 1],
  ['has completed faces that it does not count', ofTheJob(done), doubt('cannot-know'), 1],
];

it.each(rows)('a printer that %s: nothing is sent twice, nothing is lost', async (_what, lie, end, sent) => {
  const { printer, counter, lies } = await desk();
  lies(lie);
  await printCard(counter);
  expect(await ending(counter)).toEqual(end);
  expect(printer.documents()).toHaveLength(sent);
  await expectWhole(counter);
  lies(honest);
  if (end.kind === 'doubt') await printAgain(counter);
  else await printOnceMore(counter);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents()).toHaveLength(sent + 1);
});

it.each([
  ['without end', onceSent(getJobAttributes, { kind: 'endless' })],
  ['as another one', onceSent(getJobAttributes, ippReply([jobGroup({ id: 4711, ...done, impressions: 2 })]))],
] as const)(
  'a printer that speaks of the job %s: once it is honest, the clerk is asked anew',
  async (_how, lie) => {
    const { printer, counter, lies } = await desk();
    lies(lie);
    await printCard(counter);
    expect(await ending(counter)).toEqual(doubt('reply-lost'));
    await expectWhole(counter);
    lies(honest);
    await printAgain(counter);
    // Its end is heard of only now: its card may have come after the clerk had looked.
    expect(await ending(counter)).toEqual(doubt('interrupted'));
    expect(printer.documents()).toHaveLength(1);
    await printAgain(counter);
    expect(await ending(counter)).toEqual({ kind: 'in-tray' });
    expect(printer.documents()).toHaveLength(2);
  },
);

it('a printer that moves for ever and makes no card is stopped, and the clerk is asked', async () => {
  const { printer, counter, lies } = await desk();
  let looks = 0;
  lies((request, job) => {
    if (request.operation !== getJobAttributes || job.state !== 9) return null;
    looks += 1;
    return ippReply([
      jobGroup({
        id: job.id,
        name: job.name ?? '',
        state: 5,
        reasons: [`busy-with-${looks}`],
        impressions: 0,
      }),
    ]);
  });
  await printCard(counter);
  expect(await ending(counter)).toEqual(doubt('too-long'));
  expect(printer.requests().map(({ operation }) => operation)).toContain(operations.cancelJob);
  await expectWhole(counter);
});

it('a printer that stops answering does not keep the next person waiting at the hand-over', async () => {
  const { counter, lies } = await desk({ workerPath: steadyWorker });
  lies(always(operations.getJobs, { kind: 'silence' }));
  await printCard(counter);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  const { page, keeper } = counter;
  await page.does('identifyCard', { characters: await lastFourOf(page) });
  await page.does('handOver', {});
  // The product waits 20 s for each answer of a printer: nobody waits for that at the counter.
  await expect.poll(() => keeper.desk.endings.shown().kind, { timeout: 15_000 }).toBe('print-side-open');
  expect(livingProcessesOf(page.session.pid)).toEqual([]);
  expect(keeper.desk.wipes.busy()).toBe(false);
});

it('a printer that stands still in the middle of a card says so, and goes on by itself', async () => {
  const { printer, counter, lies } = await desk();
  lies((request, job) => {
    if (job.state !== 9) return null;
    if (request.operation === getJobAttributes)
      return ippReply([jobGroup({ id: job.id, name: job.name ?? '', state: 5, impressions: 1 })]);
    if (request.operation !== operations.getPrinterAttributes) return null;
    return ippReply([printerGroup({ state: 5, reasons: ['media-jam-error'] })]);
  });
  await printCard(counter);
  await untilSeen(counter, 'a jam', (view) => view.printTroubles.includes('media-jam'));
  lies(honest);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents()).toHaveLength(1);
});

it('a printer that is busy when it has read the document gets it again once it is not', async () => {
  const { printer, counter, lies } = await desk();
  lies(always(sendDocument, ippReply([], 0x0507)));
  await printCard(counter);
  await untilSeen(counter, 'busy', (view) => view.printTroubles.includes('busy'));
  lies(honest);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents().length).toBeGreaterThan(1);
  // Each of those jobs was ended before the next one was made.
  const order = printer.requests().map(({ operation }) => operation);
  const count = (operation: number): number => order.filter((each) => each === operation).length;
  expect(count(operations.cancelJob)).toBe(count(createJob) - 1);
});

it('a printer whose trouble was mended gets its time to move again, however long the trouble took', async () => {
  const { printer, counter, lies } = await desk();
  // Longer than the worker of these tests waits for a printer that stands still without a word: 4 s, a look each 100 ms.
  const [mended, moving] = [50, 55];
  let looks = 0;
  lies((request, job) => {
    if (job.state !== 9 || looks > moving) return null;
    if (request.operation === getJobAttributes) {
      looks += 1;
      return ippReply([jobGroup({ id: job.id, name: job.name ?? '', state: 5, impressions: 1 })]);
    }
    if (request.operation !== operations.getPrinterAttributes) return null;
    return ippReply([printerGroup({ state: 4, reasons: [looks < mended ? 'media-jam-error' : 'none'] })]);
  });
  await printCard(counter);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents()).toHaveLength(1);
});

it.each([
  ['when it makes them', 3],
  ['when they have their document', 9],
] as const)(
  'a printer that names jobs by itself %s gets no second card while the first is under way',
  async (when, from) => {
    const { printer, counter, lies } = await desk();
    let state = 5;
    lies(({ operation, attributes }, job) => {
      if (job.id !== 1 || job.state < from) return null;
      const hasDocument = job.state === 9;
      const said = {
        id: 1,
        name: 'Document 1',
        state: hasDocument ? state : 3,
        impressions: hasDocument && state === 9 ? 2 : 0,
      };
      if (operation === operations.getJobs) return ippReply([jobGroup(said)]);
      const isAsked = operation === getJobAttributes && attributes.get('job-id') === 1;
      return isAsked ? ippReply([jobGroup(said)]) : null;
    });
    await printCard(counter);
    if (when === 'when it makes them') {
      // Known by the printer's name for it, as long as this worker lives.
      await untilSeen(counter, 'the front', (view) => view.printStage === 'front');
      killWorker(counter, 'last');
      expect(await ending(counter)).toEqual(doubt('interrupted'));
    } else {
      expect(await ending(counter)).toEqual(doubt('vanished'));
    }
    await printAgain(counter);
    expect(await ending(counter)).toEqual(noCard({ kind: 'earlier-card' }));
    state = 9;
    // Its card came after the clerk had looked: asked once more, and only then another one is sent.
    await printOnceMore(counter);
    expect(await ending(counter)).toEqual(doubt('interrupted'));
    expect(printer.documents()).toHaveLength(1);
    expect(printer.requests().map(({ operation }) => operation)).not.toContain(operations.cancelJob);
    await printAgain(counter);
    expect(await ending(counter)).toEqual({ kind: 'in-tray' });
    expect(printer.documents()).toHaveLength(2);
  },
);

it('a printer that names its jobs by itself is believed of its card, as long as the name stays', async () => {
  const { printer, counter, lies } = await desk();
  lies(({ operation }, job) => {
    if (operation !== getJobAttributes) return null;
    return ippReply([jobGroup({ ...job, name: 'Document 1' })]);
  });
  await printCard(counter);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents()).toHaveLength(1);
});

it('a printer that breaks the line and reports two faces all the same leaves a question', async () => {
  const { printer, counter, lies } = await desk();
  let broke = false;
  lies((request, job) => {
    if (request.operation === sendDocument) {
      broke = true;
      return { kind: 'reset' };
    }
    if (request.operation !== getJobAttributes || !broke) return null;
    return ippReply([jobGroup({ id: job.id, name: job.name ?? '', ...done, impressions: 2 })]);
  });
  await printCard(counter);
  expect(await ending(counter)).toEqual(doubt('reply-lost'));
  expect(printer.documents()).toHaveLength(1);
});

it.each([
  ['is canceled at its panel', 7, 0x0508],
  ['fails', 8, 0x0504],
] as const)(
  'a printer that prints while it reads, tells of no faces and %s leaves a question',
  async (_what, state, status) => {
    const { printer, counter, lies } = await desk();
    let refused = false;
    lies((request, job) => {
      if (request.operation === sendDocument) {
        refused = true;
        return ippReply([], status);
      }
      if (request.operation !== getJobAttributes || !refused) return null;
      return ippReply([jobGroup({ id: job.id, name: job.name ?? '', state })]);
    });
    await printCard(counter);
    expect(await ending(counter)).toEqual(doubt('reply-lost'));
    expect(printer.documents()).toHaveLength(1);
  },
);

it('a printer that starts anew, with another person’s job under the same number, does not speak for this card', async () => {
  const { printer, counter, lies } = await desk();
  let looks = 0;
  lies(({ operation }, job) => {
    if (operation !== getJobAttributes || job.state !== 9) return null;
    looks += 1;
    if (looks === 1)
      return ippReply([jobGroup({ id: job.id, name: job.name ?? '', state: 5, impressions: 0 })]);
    return ippReply([jobGroup({ id: job.id, name: 'f'.repeat(32), ...done, impressions: 2 })]);
  });
  await printCard(counter);
  expect(await ending(counter)).toEqual(doubt('vanished'));
  expect(printer.documents()).toHaveLength(1);
});
