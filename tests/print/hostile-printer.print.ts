import { expect, it } from 'vitest';
import type { PrintEnding } from '../../shared/contract/printing/printer.ts';
import { ending, printAgain, printCard, printOnceMore } from './counter.ts';
import {
  always,
  done,
  doubt,
  expectWhole,
  garbage,
  honest,
  lyingPrinter,
  noCard,
  ofTheJob,
  onceSent,
} from './lying-printer.ts';
import type { Lie } from './one-job-printer.ts';
import { ippReply, jobGroup } from './peers/fault-replies.ts';
import { operations } from './peers/ipp-message.ts';
import { sample } from './sample.ts';

// Printers that answer anything at all: the kiosk asks, sends no document twice, and loses nothing.

const { createJob, sendDocument, getJobAttributes } = operations;

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

// One that ends in a question, and one that makes no job.
it.each(sample(rows, 0, 6))(
  'a printer that %s: nothing is sent twice, nothing is lost',
  async (_what, lie, end, sent) => {
    const { printer, counter, lies } = await lyingPrinter();
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
  },
);

it.each(
  sample(
    [
      ['without end', onceSent(getJobAttributes, { kind: 'endless' })],
      [
        'as another one',
        onceSent(getJobAttributes, ippReply([jobGroup({ id: 4711, ...done, impressions: 2 })])),
      ],
    ] as const,
    1,
  ),
)('a printer that speaks of the job %s: once it is honest, the clerk is asked anew', async (_how, lie) => {
  const { printer, counter, lies } = await lyingPrinter();
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
});
