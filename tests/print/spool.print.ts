import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastFourOf, PERSON, pageOf } from '../../electron/keeper/start/keeper.test-support.ts';
import { long } from '../support/sample.ts';
import { type Counter, ending, printCard, printOnceMore, untilSeen } from './counter.ts';
import type { Queue } from './peers/cups.ts';
import { ipptoolFor } from './peers/ipptool.test-support.ts';
import {
  ASKED,
  crashedUnderCard,
  handOverFound,
  jobFiles,
  jobsKnown,
  question,
  queuedCounter,
} from './queued.ts';
import { peerFolder } from './stage.ts';

// What a print server gets of an application, and that none of it stays.

/** Words of the person that must not be where a print server writes things down. */
const NAMES = [...PERSON.name.split(' '), PERSON.chosenName].map((each) => each.toLowerCase());

/** Which of the words stand in any file of a folder, whatever their case. */
function foundIn(folder: string, words: readonly string[]): readonly string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase())
    .join('\n');
  return words.filter((each) => all.includes(each));
}

/** Hands the card over although its printer's side cannot be proven clean; the next session is on the screen. */
async function handOverOpen(counter: Counter): Promise<void> {
  const { keeper, page } = counter;
  await page.does('tellCard', { found: true });
  await page.does('identifyCard', { characters: await lastFourOf(page) });
  await page.does('handOver', {});
  await expect.poll(() => keeper.services.endings.shown().kind, { timeout: 120_000 }).toBe('print-side-open');
  counter.page = await pageOf(keeper);
  expect(await counter.page.status()).toMatchObject({ printSideOpen: 1, intake: { kind: 'open' } });
}

/** Waits until the kiosk, tried again by itself, has proven the printer's side clean. */
async function untilClosed({ keeper, page }: Counter): Promise<void> {
  await expect.poll(async () => (await page.status()).printSideOpen, { timeout: 120_000 }).toBe(0);
  expect(keeper.services.endings.shown()).toMatchObject({
    kind: 'ended',
    receipt: { erased: { spool: 'purged' } },
  });
}

type SeenOfJob = 'said' | 'job' | 'user' | 'documentName';

/** What the print server tells of a job, read by somebody else's client. */
async function jobSeen(queue: Queue, number: number): Promise<Readonly<Record<SeenOfJob, string>>> {
  const tool = ipptoolFor(peerFolder(), queue.uri);
  const said = await tool.run(`{ OPERATION Get-Job-Attributes
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR naturalLanguage attributes-natural-language en
    ATTR uri printer-uri $uri
    ATTR integer job-id ${number}
    ATTR keyword requested-attributes all
  }`);
  return {
    said,
    job: tool.value(said, 'job-name'),
    user: tool.value(said, 'job-originating-user-name'),
    documentName: tool.value(said, 'document-name-supplied'),
  };
}

describe('the print server', () => {
  it('gets a card without a name of anybody but on the card itself', async () => {
    const { printer, cups, queue, counter } = await queuedCounter({ settings: { DirtyCleanInterval: '0' } });
    printer.setMode('slow');
    await printCard(counter);
    await printer.waitForHold();
    const { said, job, user, documentName } = await jobSeen(queue, 1);
    expect(job).toMatch(/^[0-9a-f]{32}$/);
    expect(user).toBe('counterfoil');
    expect(documentName).toBe('card');
    expect(NAMES.filter((each) => said.toLowerCase().includes(each))).toEqual([]);

    const document = join(cups.paths.requestRoot, 'd00001-001');
    // Dots, which have no words for anybody to search: both faces of it.
    const sent = readFileSync(document);
    expect(sent.subarray(0, 4).toString()).toBe('RaS2');
    expect(sent.toString('latin1').split('PwgRaster')).toHaveLength(3);
    expect(NAMES.filter((each) => sent.toString('latin1').toLowerCase().includes(each))).toEqual([]);

    // What cupsd itself writes down is the number, the random name and the constant user.
    expect(foundIn(cups.paths.requestRoot, [job, 'counterfoil', ...NAMES])).toEqual([job, 'counterfoil']);
    printer.setMode('ok');
    expect(await ending(counter)).toEqual(ASKED);
    await handOverFound(counter);
    expect(foundIn(cups.paths.requestRoot, [job, 'counterfoil', ...NAMES])).toEqual([]);
    expect(foundIn(cups.paths.tempDir, [job, 'counterfoil', ...NAMES])).toEqual([]);
    // job.cache goes on naming the constant user, in memory, until cupsd writes it anew.
    expect(foundIn(cups.paths.cacheDir, ['counterfoil', ...NAMES])).toEqual(['counterfoil']);
    expect(printer.cards()).toHaveLength(1);
  });

  it('logs neither the job nor the person, whether the card succeeds or fails', async () => {
    const { printer, cups, queue, counter } = await queuedCounter({ settings: { DirtyCleanInterval: '0' } });
    printer.setMode('fail-mid-job');
    await printCard(counter);
    expect(question(await ending(counter))).toMatch(/^(canceled|cannot-know)$/);
    printer.setMode('slow');
    await counter.page.does('tellCard', { found: false });
    await printOnceMore(counter);
    await printer.waitForHold();
    const { job } = await jobSeen(queue, 2);
    const words = [job, 'counterfoil', ...NAMES];
    expect(foundIn(cups.paths.requestRoot, words)).toEqual([job, 'counterfoil']);
    printer.setMode('ok');
    expect(await ending(counter)).toEqual(ASKED);
    await handOverFound(counter);
    // error_log may have the numbers of jobs. The other two logs are not there at all.
    expect(foundIn(cups.paths.logs, words)).toEqual([]);
    expect(readdirSync(cups.paths.logs).filter((name) => name !== 'error_log')).toEqual([]);
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['half', 'card']);
  });
});

describe('a job', () => {
  it('is remembered until its end is read, and then by nobody', async () => {
    const { printer, cups, counter } = await queuedCounter();
    printer.setMode('slow');
    await printCard(counter);
    await printer.waitForHold();
    expect(await jobsKnown(cups)).toContain('counterfoil');
    expect(jobFiles(cups)).toContain('d00001-001');
    printer.setMode('ok');
    expect(await ending(counter)).toEqual(ASKED);
    // Before the hand-over, and without it.
    await expect.poll(() => jobsKnown(cups), { timeout: 120_000 }).toBe('');
    expect(jobFiles(cups)).toEqual([]);
    expect((await handOverFound(counter)).erased.spool).toBe('purged');
    expect(printer.cards()).toHaveLength(1);
  });

  long('that failed is forgotten as well', async () => {
    const { printer, cups, counter } = await queuedCounter();
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    expect(await jobsKnown(cups)).toContain('counterfoil');
    printer.setMode('fail-mid-job');
    expect(question(await ending(counter))).toMatch(/^(canceled|cannot-know)$/);
    await expect.poll(() => jobsKnown(cups), { timeout: 120_000 }).toBe('');
    expect(jobFiles(cups)).toEqual([]);
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['half']);
  });

  it('that was under way when its application was withdrawn is ended and forgotten', async () => {
    const { printer, cups, counter } = await queuedCounter();
    printer.setMode('slow');
    await printCard(counter);
    await printer.waitForHold();
    await untilSeen(counter, 'a face', ({ printStage }) => printStage === 'front');
    // Nobody withdraws an application under a card that may still come out.
    expect(await counter.page.call('endWithoutCard', { outcome: 'withdrawn' })).toMatchObject({ ok: false });
    await counter.page.does('stopPrint', {});
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'canceled' });
    printer.setMode('fail-before');
    await counter.page.does('tellCard', { found: false });
    await counter.page.does('endWithoutCard', { outcome: 'withdrawn' });
    const { services } = counter.keeper;
    await expect.poll(() => services.endings.shown().kind, { timeout: 120_000 }).toBe('ended');
    expect(services.endings.shown()).toMatchObject({
      receipt: { erased: { outcome: 'withdrawn', spool: 'purged' } },
    });
    expect(await jobsKnown(cups)).toBe('');
    expect(jobFiles(cups)).toEqual([]);
    expect(printer.cards()).toEqual([]);
  });
});

describe('a print server that is off at the hand-over', () => {
  it('keeps the printer’s side open, and it is closed by itself when the server is back', async () => {
    const { printer, cups, counter } = await crashedUnderCard();
    // Nobody is there to print what the server would send anew.
    await printer.kill();
    expect(foundIn(cups.paths.requestRoot, ['counterfoil'])).toEqual(['counterfoil']);
    await handOverOpen(counter);
    await cups.restart();
    await untilClosed(counter);
    expect(await jobsKnown(cups)).toBe('');
    expect(jobFiles(cups)).toEqual([]);
    expect(printer.cards()).toHaveLength(1);
  });

  long('and has forgotten the job keeps it open for as long as the document lies there', async () => {
    const { printer, cups, counter } = await queuedCounter({ settings: { DirtyCleanInterval: '0' } });
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    await untilSeen(counter, 'a face', ({ printStage }) => printStage === 'front');
    await cups.crash();
    printer.setMode('ok');
    await printer.waitForCards(1);
    // What a server has not written down yet when it dies, half a minute late as it is.
    rmSync(join(cups.paths.requestRoot, 'c00001'));
    rmSync(join(cups.paths.cacheDir, 'job.cache'), { force: true });
    await cups.restart();
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'vanished' });
    expect(jobFiles(cups)).toEqual(['d00001-001']);
    await handOverOpen(counter);
    // As whoever restarts it does (docs/cups.md).
    rmSync(join(cups.paths.requestRoot, 'd00001-001'));
    await untilClosed(counter);
    expect(printer.cards()).toHaveLength(1);
  });
});
