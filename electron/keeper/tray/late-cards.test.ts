import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { type ApplicationId, applicationId, type JobId, jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { IppPrinter } from '../../../shared/contract/printing/printer.ts';
import { long } from '../../../tests/support/sample.ts';
import { sortedKinds } from '../ledger/entries.test-support.ts';
import { createJobRows, type JobRows } from '../printing/job-rows.ts';
import { until } from '../sessions/sessions.test-support.ts';
import {
  askToReprint,
  fillIn,
  lastFourOf,
  openCounter,
  printAfterReadBack,
  reprint,
  SUPERVISOR,
} from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import {
  counter,
  create,
  nextCore,
  photograph,
  print,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';
import { quittingWorker } from '../start/workers.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { mayComeLate } from './late-cards.ts';

const LATE = { cause: 'late-card', applications: 1, cards: 1 };

function printerAt(port: number): IppPrinter {
  return { ...CARD_PRINTER, address: `ipp://localhost:${port}/ipp/print` };
}

function beginJob(jobRows: JobRows, application: ApplicationId, port = 1): JobId {
  const name = jobId.parse(randomBytes(16).toString('hex'));
  jobRows.begin({ name, application, printer: printerAt(port) });
  return name;
}

/** A job of this application that reached a printer which was not heard of again. */
function leaveJob({ services }: RunningKeeper, application: ApplicationId, port?: number): void {
  services.jobRows.setNumber(beginJob(services.jobRows, application, port), 7);
}

/** A print without an end: the clerk has looked, and found a card or none. */
async function answered({ found }: { readonly found: boolean }) {
  const { keeper, core } = await counter({ workerPath: quittingWorker });
  const opened = await create(core);
  await photograph(core, opened);
  await print(core, opened);
  const { vault } = keeper.services;
  await until(() => expect(vault.find(opened.application)?.state).toBe('printing-doubtful'));
  expect(await core.call('tellCard', { found })).toMatchObject({ ok: true });
  return { keeper, core, application: opened.application };
}

async function finish(core: ScriptedCore, outcome: 'issued' | 'withdrawn'): Promise<void> {
  expect(await core.call('finish', { outcome })).toMatchObject({ ok: true });
  await core.call('erased', { search: CLEAN });
}

describe('a card may still come', () => {
  it.each([
    // A job that its printer took, and that was not heard of again.
    { heard: false, left: false, outcome: 'withdrawn', may: true },
    { heard: false, left: false, outcome: 'expired', may: true },
    // Its card is the one in the applicant's hand.
    { heard: false, left: false, outcome: 'issued', may: false },
    // At another printer: one more may come out there.
    { heard: false, left: true, outcome: 'issued', may: true },
    { heard: true, left: false, outcome: 'withdrawn', may: false },
    { heard: true, left: true, outcome: 'issued', may: false },
  ] as const)('$may: heard of $heard, left behind $left, $outcome', ({ heard, left, outcome, may }) => {
    const { database } = newVault();
    const jobRows = createJobRows(database);
    const application = applicationId.parse('a'.repeat(32));
    const name = beginJob(jobRows, application);
    // Before the printer had it there is nothing that could come.
    expect(mayComeLate(jobRows, application, outcome)).toBe(false);
    jobRows.setNumber(name, 7);
    if (left) jobRows.leaveBehind(name);
    if (heard) jobRows.setPurged(name, 'not-proven');
    expect(mayComeLate(jobRows, application, outcome)).toBe(may);
  });
});

describe('an application that ends while a printer was not heard of again', () => {
  it('leaves a tray to be looked into when it is withdrawn', async () => {
    const { keeper, core, application } = await answered({ found: false });
    leaveJob(keeper, application);
    await finish(core, 'withdrawn');
    expect(keeper.services.trayChecks.pending()).toEqual(LATE);
  });

  it('leaves none when the card was handed over', async () => {
    const { keeper, core, application } = await answered({ found: true });
    leaveJob(keeper, application);
    await finish(core, 'issued');
    expect(keeper.services.trayChecks.pending()).toBeNull();
  });
});

describe('a card that the printer made and the clerk reports missing', () => {
  async function missing() {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    await printAfterReadBack(page);
    await page.waitForCard();
    await page.does('tellCard', { found: false });
    return { keeper, page, counts: () => keeper.services.countsSoFar.of(keeper.services.clock.today()) };
  }

  // By the call itself: the last one of these.
  long('is counted as spoiled and looked for, so that no clerk takes one that nothing counts', async () => {
    const { keeper, page, counts } = await missing();
    expect(await page.application()).toMatchObject({
      ...{ state: 'spoiled', spoilReason: 'not-collected', printStage: 'failed', printEnding: null },
    });
    expect(counts()).toMatchObject({ issued: 0, spoiled: 1 });
    expect(keeper.services.trayChecks.pending()).toEqual(LATE);
    // Once, and no hand that holds it is right any more.
    for (const found of [true, false])
      expect(await page.call('tellCard', { found })).toEqual({ ok: false, error: { kind: 'not-now' } });
    await page.does('endWithoutCard', { outcome: 'withdrawn' });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(counts()).toEqual({ issued: 0, spoiled: 1, wiped: 1 });
    expect(keeper.services.trayChecks.pending()).toEqual(LATE);
  });

  // As one that was spoiled (print-acts.test.ts); that it is counted, the one above holds.
  long('is printed again as a second card', async () => {
    const { keeper, page, counts } = await missing();
    await reprint(page);
    await page.waitForCard();
    await page.does('identifyCard', { characters: await lastFourOf(page) });
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(counts()).toEqual({ issued: 1, spoiled: 1, wiped: 1 });
    expect(sortedKinds(keeper).filter((kind) => kind === 'handoff')).toHaveLength(1);
  });

  it('is neither counted nor looked for where the disk does not take the answer', async () => {
    const { keeper, core } = await counter();
    const opened = await create(core);
    const { vault, trayChecks, clock, countsSoFar } = keeper.services;
    vault.setState(opened.application, reached({ kind: 'printed' }));
    vault.database.pragma('query_only = ON');
    expect(await core.call('tellCard', { found: false })).toEqual({
      ok: false,
      error: { kind: 'not-written' },
    });
    vault.database.pragma('query_only = OFF');
    expect([trayChecks.pending(), countsSoFar.of(clock.today()).spoiled]).toEqual([null, 0]);
    expect(await core.call('tellCard', { found: false })).toMatchObject({ ok: true });
    expect([trayChecks.pending(), countsSoFar.of(clock.today()).spoiled]).toEqual([LATE, 1]);
  });
});

/** A printer that only counts who comes. */
async function startDoor(): Promise<{ readonly port: number; visits(): number }> {
  let visits = 0;
  const server: Server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, visits: () => visits };
}

it('jobs that nobody looks after are ended at their printer, but none that a hold froze', async () => {
  const [frozen, free] = [await startDoor(), await startDoor()];
  const { keeper, core } = await counter();
  const first = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  const second = await create(next);
  await next.call('putAside', { fingerprints: null });
  const last = await nextCore(keeper, next);
  expect((await last.call('signIn', SUPERVISOR)).ok).toBe(true);
  const held = await last.call('setHold', { reason: 'court-order', tickets: [first.ticket] });
  expect(held.ok).toBe(true);
  leaveJob(keeper, first.application, frozen.port);
  leaveJob(keeper, second.application, free.port);
  const before = frozen.visits();
  // They are gone through in the order of their tickets: whoever was to be visited before has been.
  keeper.services.purgeOrphanJobs();
  await until(() => expect(free.visits()).toBeGreaterThan(0));
  expect(frozen.visits()).toBe(before);
});

it('a print that the keeper refuses leaves the screen as it was: asked, looked, none', async () => {
  const { keeper, page } = await openCounter({ workerPath: quittingWorker });
  await fillIn(page);
  await printAfterReadBack(page);
  await until(async () => expect((await page.application()).printStage).toBe('failed'));
  await page.does('tellCard', { found: false });
  const asked = await page.application();
  expect(asked).toMatchObject({ printStage: 'failed', printEnding: null });
  const [open] = keeper.services.vault.open();
  if (open === undefined) throw new Error('nothing is open');
  keeper.services.vault.store(open.id, 'photo', null);
  expect(await askToReprint(page)).toMatchObject({ error: { kind: 'photo-missing' } });
  expect(await page.application()).toMatchObject({ printStage: 'failed', printEnding: null });
});
