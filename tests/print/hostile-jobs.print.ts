import { expect, it } from 'vitest';
import { ending, killWorker, printAgain, printCard, printOnceMore, untilSeen } from './counter.ts';
import { done, doubt, lyingPrinter, noCard } from './lying-printer.ts';
import { ippReply, jobGroup } from './peers/fault-replies.ts';
import { operations } from './peers/ipp-message.ts';
import { long, sample } from './sample.ts';

// Printers that call a job something else than it is: by another name, or done although it is not.

const { sendDocument, getJobAttributes } = operations;

it.each(
  sample(
    [
      ['when it makes them', 3],
      ['when they have their document', 9],
    ] as const,
    0,
  ),
)(
  'a printer that names jobs by itself %s gets no second card while the first is under way',
  async (when, from) => {
    const { printer, counter, lies } = await lyingPrinter();
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
  const { printer, counter, lies } = await lyingPrinter();
  lies(({ operation }, job) => {
    if (operation !== getJobAttributes) return null;
    return ippReply([jobGroup({ ...job, name: 'Document 1' })]);
  });
  await printCard(counter);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents()).toHaveLength(1);
});

long(
  'a printer that consents to a third of the card, closes and reports two faces leaves a question',
  async () => {
    const { printer, counter } = await lyingPrinter();
    // Less than a card, and so little that the line takes all of it before the printer has read the first byte.
    printer.readsAtMost(8_000);
    await printCard(counter);
    expect(await ending(counter)).toEqual(doubt('reply-lost'));
    expect(printer.documents()).toEqual([]);
    expect(printer.requests().filter(({ operation }) => operation === sendDocument)).toHaveLength(1);
    // The control: the same printer, and the same answers, with all of it read.
    printer.readsAtMost(null);
    await printAgain(counter);
    expect(await ending(counter)).toEqual({ kind: 'in-tray' });
    expect(printer.documents()).toHaveLength(1);
  },
);

long(
  'a printer that says no to a card it has read, and gives its job up, is not called a broken line',
  async () => {
    const { printer, counter, lies } = await lyingPrinter();
    let gaveUp = false;
    lies(({ operation }, job) => {
      // server-error-internal-error
      if (operation === sendDocument) {
        gaveUp = true;
        return ippReply([], 0x0500);
      }
      if (operation !== getJobAttributes || !gaveUp) return null;
      const said = { state: 8, reasons: ['aborted-by-system'], impressions: 1 };
      return ippReply([jobGroup({ id: job.id, name: job.name ?? '', ...said })]);
    });
    await printCard(counter);
    expect(await ending(counter)).toEqual(doubt('aborted'));
    expect(printer.documents()).toHaveLength(1);
  },
);

long('a printer that breaks the line and reports two faces all the same leaves a question', async () => {
  const { printer, counter, lies } = await lyingPrinter();
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

it.each(
  sample(
    [
      ['is canceled at its panel', 7, 0x0508, 'canceled'],
      ['fails', 8, 0x0504, 'aborted'],
    ] as const,
    0,
  ),
)(
  'a printer that prints while it reads, tells of no faces and %s leaves a question',
  async (_what, state, status, why) => {
    const { printer, counter, lies } = await lyingPrinter();
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
    // In the printer's own words: it has answered, and no line broke.
    expect(await ending(counter)).toEqual(doubt(why));
    expect(printer.documents()).toHaveLength(1);
  },
);

// A real one that loses its power is in streaming.print.ts.
long(
  'a printer that starts anew, with another person’s job under the same number, does not speak for this card',
  async () => {
    const { printer, counter, lies } = await lyingPrinter();
    let polls = 0;
    lies(({ operation }, job) => {
      if (operation !== getJobAttributes || job.state !== 9) return null;
      polls += 1;
      if (polls === 1)
        return ippReply([jobGroup({ id: job.id, name: job.name ?? '', state: 5, impressions: 0 })]);
      return ippReply([jobGroup({ id: job.id, name: 'f'.repeat(32), ...done, impressions: 2 })]);
    });
    await printCard(counter);
    expect(await ending(counter)).toEqual(doubt('vanished'));
    expect(printer.documents()).toHaveLength(1);
  },
);
