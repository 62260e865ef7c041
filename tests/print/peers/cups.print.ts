import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { descendantsOf, identify, stillRunning } from '../../support/memory/process-tree.ts';
import { type Bus, startBus } from './bus.ts';
import { type CardPrinter, startCardPrinter } from './card-printer.ts';
import { type Cups, type Queue, startCups } from './cups.ts';
import { ipptoolFor } from './ipptool.test-support.ts';
import { samplePdf } from './sample-document.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterfoil-print-'));
const pdf = join(folder, 'card.pdf');
const document = samplePdf(['front', 'back']);
writeFileSync(pdf, document);

let bus: Bus;
let printer: CardPrinter;
let cups: Cups;
let cards: Queue;

beforeAll(async () => {
  bus = await startBus(join(folder, 'bus'));
  printer = await startCardPrinter({ folder: join(folder, 'printer'), bus });
  cups = await startCups({ folder: join(folder, 'cups') });
  cards = await cups.addQueue('cards', printer.uri, { driver: 'everywhere' });
});
afterAll(async () => {
  await cups.stop();
  await printer.stop();
  await bus.stop();
  rmSync(folder, { recursive: true, force: true });
});

const send = (queue: Queue): Promise<number> => ipptoolFor(folder, queue.uri).print(pdf, 'application/pdf');
const outcome = (queue: Queue, id: number) => ipptoolFor(folder, queue.uri).waitForJob(id);

describe('a CUPS of our own', () => {
  it('prints one card through a queue made for its printer', async () => {
    const before = printer.cards().length;
    expect(await outcome(cards, await send(cards))).toMatchObject({ state: 'completed' });
    expect(printer.cards().slice(before)).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
  });

  it('keeps no document of a job that ended, and logs no names', async () => {
    const id = await send(cards);
    await outcome(cards, id);
    const name = String(id).padStart(5, '0');
    await expect.poll(() => cups.spoolFiles(), { timeout: 60_000 }).not.toContain(`d${name}-001`);
    const logged = readdirSync(cups.paths.logs)
      .map((each) => readFileSync(join(cups.paths.logs, each), 'utf8'))
      .join('');
    expect(logged).not.toContain('x1');
  });

  it('has the document in its spool while the card is printed', async () => {
    printer.setMode('slow');
    const id = await send(cards);
    await printer.waitForHold();
    expect(cups.spoolFiles()).toContain(`d${String(id).padStart(5, '0')}-001`);
    printer.setMode('ok');
    await outcome(cards, id);
  });

  it('prints nothing through a paused queue until it is resumed', async () => {
    const before = printer.cards().length;
    await cups.pause('cards');
    const id = await send(cards);
    expect(await ipptoolFor(folder, cards.uri).printerReasons()).toContain('paused');
    expect(printer.cards()).toHaveLength(before);
    await cups.resume('cards');
    expect(await outcome(cards, id)).toMatchObject({ state: 'completed' });
    expect(printer.cards()).toHaveLength(before + 1);
  });

  it('takes no job into a queue that rejects, or that is gone', async () => {
    const spare = await cups.addQueue('spare', printer.uri, { driver: 'everywhere' });
    await cups.reject('spare');
    await expect(send(spare)).rejects.toThrow('server-error-not-accepting-jobs');
    await cups.accept('spare');
    await outcome(spare, await send(spare));
    await cups.deleteQueue('spare');
    await expect(send(spare)).rejects.toThrow('client-error-not-found');
  });

  it('believes a driver that lies: completed, no card, and the document left behind', async () => {
    const lie = await cups.addQueue('lie', 'lie:/', { driver: 'ppd' });
    const [direct, tray] = [printer.cards().length, cups.tray.cards().length];
    const id = await send(lie);
    expect(await outcome(lie, id)).toMatchObject({ state: 'completed' });
    expect([printer.cards().length, cups.tray.cards().length]).toEqual([direct, tray]);
    const left = `driver-${id}.cache`;
    expect(cups.tempFiles()).toContain(left);
    expect(readFileSync(join(cups.paths.tempDir, left)).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('knows no more of a driver that hands over the bytes, though there is a card', async () => {
    const handover = await cups.addQueue('handover', 'handover:/', { driver: 'ppd' });
    const before = cups.tray.cards().length;
    const id = await send(handover);
    expect(await outcome(handover, id)).toMatchObject({ state: 'completed' });
    expect(cups.tray.cards().slice(before)).toMatchObject([{ kind: 'card', job: id, faces: 2 }]);
    expect(cups.tempFiles()).not.toContain(`driver-${id}.cache`);
  });

  it('has queues that print to files', async () => {
    const pdfQueue = await cups.addQueue('pdf', 'cups-pdf:/', { driver: 'ppd' });
    const id = await send(pdfQueue);
    await outcome(pdfQueue, id);
    expect(readdirSync(join(cups.pdfFolder, 'ANONYMOUS'))).toEqual([`x1-job_${id}.pdf`]);
    const file = await cups.addQueue('file', 'file:///dev/null', { driver: 'ppd' });
    expect(await outcome(file, await send(file))).toMatchObject({ state: 'completed' });
  });

  it('lies on a disk, and keeps and logs more, where a test wants that', async () => {
    const other = await startCups({
      folder: join(folder, 'other'),
      onDisk: ['requestRoot', 'tempDir', 'cacheDir'],
      settings: { PreserveJobFiles: 'Yes', PageLogFormat: '%p %u %j %{job-name}' },
    });
    try {
      const queue = await other.addQueue('lie', 'lie:/', { driver: 'ppd' });
      await outcome(queue, await send(queue));
      expect(other.paths.requestRoot).toBe(join(folder, 'other', 'spool'));
      expect(readFileSync(join(other.paths.requestRoot, 'd00001-001'))).toEqual(document);
      expect(readFileSync(join(other.paths.logs, 'page_log'), 'utf8')).toContain('x1');
    } finally {
      await other.stop();
    }
  });

  it('ends with its filters and backends, and its folder in memory with it', async () => {
    const other = await startCups({ folder: join(folder, 'ended') });
    const queue = await other.addQueue('cards', printer.uri, { driver: 'everywhere' });
    printer.setMode('slow');
    await send(queue);
    await printer.waitForHold();
    const all = identify([other.pid, ...descendantsOf(other.pid)]);
    expect(all.length).toBeGreaterThan(1);
    expect(existsSync(other.paths.requestRoot)).toBe(true);
    await other.kill();
    printer.setMode('ok');
    expect(existsSync(other.paths.requestRoot)).toBe(false);
    await expect.poll(() => stillRunning(all), { timeout: 60_000 }).toEqual([]);
  });
});
