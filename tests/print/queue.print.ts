import { describe, expect, it } from 'vitest';
import { long, sample } from '../support/sample.ts';
import { ending, printCard, printOnceMore, untilSeen } from './counter.ts';
import { ASKED, handOverFound, printAgain, question, queuedCounter, saidInTray } from './queued.ts';
import { queueFor } from './stage.ts';

// The fault table of a CUPS queue in front of a real ippeveprinter: each row one test, on a real cupsd. No end of a
// card on a queue is more than a question: CUPS says "completed" also of cards that its printer has aborted.

describe('a queue on this machine', () => {
  it('prints one card, and keeps nothing of it once its end is read', async () => {
    const { printer, cups, counter } = await queuedCounter();
    printer.setMode('slow');
    await printCard(counter);
    await printer.waitForHold();
    // The positive control: while it is under way the spool does hold it.
    expect(cups.spoolFiles().length).toBeGreaterThan(0);
    printer.setMode('ok');
    expect(await ending(counter)).toEqual(ASKED);
    expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
    const receipt = await handOverFound(counter);
    expect(receipt.erased.spool).toBe('purged');
    expect(cups.spoolFiles()).toEqual([]);
  });

  it.each(sample(['cover-open', 'media-empty', 'media-jam', 'ribbon-empty'] as const, 3, 4))(
    'shows %s of its printer, and goes on by itself',
    async (trouble) => {
      const { printer, counter } = await queuedCounter();
      printer.setMode(trouble);
      await printCard(counter);
      const held = await untilSeen(counter, trouble, (view) => view.printTroubles.includes(trouble));
      expect(held).toMatchObject({ state: 'printing', printEnding: null });
      expect(printer.cards()).toEqual([]);
      printer.setMode('ok');
      expect(await ending(counter)).toEqual(ASKED);
      expect(printer.cards()).toHaveLength(1);
    },
  );

  long('whose printer is slow shows the card on its way, and makes one', async () => {
    const { printer, counter } = await queuedCounter();
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    const shown = await untilSeen(counter, 'a face', ({ printStage }) => printStage === 'front');
    expect(shown).toMatchObject({ state: 'printing', printEnding: null, printTroubles: [] });
    printer.setMode('ok');
    expect(await ending(counter)).toEqual(ASKED);
    expect(printer.cards()).toHaveLength(1);
  });

  long('whose printer fails in the middle of a card leaves a question', async () => {
    const { printer, counter } = await queuedCounter();
    printer.setMode('fail-mid-job');
    await printCard(counter);
    // CUPS says "canceled", or it says "completed successfully".
    expect(question(await ending(counter))).toMatch(/^(canceled|cannot-know)$/);
    expect(saidInTray(counter)).toBe(false);
    printer.setMode('ok');
    expect(await printAgain(counter)).toEqual(ASKED);
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['half', 'card']);
  });

  it('that is stopped is canceled at once, and the card that the printer finishes all the same is handed over', async () => {
    const { printer, counter } = await queuedCounter();
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    await counter.page.does('stopPrint', {});
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'canceled' });
    expect(printer.cards()).toEqual([]);
    printer.setMode('ok');
    await printer.waitForCards(1);
    await handOverFound(counter);
    expect(printer.cards()).toHaveLength(1);
  });

  it('that is paused is waited for with nothing sent to it, and goes on when it does', async () => {
    const { printer, cups, queue, counter } = await queuedCounter();
    await cups.pause(queue.name);
    await printCard(counter);
    await untilSeen(counter, 'paused', (view) => view.printTroubles.includes('paused'));
    expect(cups.spoolFiles()).toEqual([]);
    await cups.resume(queue.name);
    expect(await ending(counter)).toEqual(ASKED);
    expect(printer.cards()).toHaveLength(1);
  });

  long('that takes no jobs has none, and the card is printed when it does again', async () => {
    const { printer, cups, queue, counter } = await queuedCounter();
    await cups.reject(queue.name);
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'no-card', why: { kind: 'rejecting' } });
    await cups.accept(queue.name);
    await printOnceMore(counter);
    expect(await ending(counter)).toEqual(ASKED);
    expect(printer.cards()).toHaveLength(1);
  });

  it('that is deleted in the middle of a card leaves a question and the application whole', async () => {
    const { printer, cups, queue, counter } = await queuedCounter();
    printer.setMode('slow');
    await printCard(counter);
    await printer.waitForHold();
    await cups.deleteQueue(queue.name);
    // CUPS ends the job before it forgets it: whichever of the two was seen first.
    expect(question(await ending(counter))).toMatch(/^(canceled|vanished)$/);
    // The printer gives up what its queue has left to it.
    printer.setMode('fail-before');
    expect(await printAgain(counter)).toEqual({ kind: 'no-card', why: { kind: 'no-such-queue' } });
    expect(await counter.page.application()).toMatchObject({ state: 'printing', hasPhoto: true });
    printer.setMode('ok');
    await queueFor(cups, printer.uri);
    await printOnceMore(counter);
    expect(await ending(counter)).toEqual(ASKED);
    expect(printer.cards()).toHaveLength(1);
  });
});
