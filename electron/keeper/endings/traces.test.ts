import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { firstOf, long } from '../../../tests/support/sample.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import {
  fillIn,
  lastFourOf,
  openCounter,
  printAfterReadBack,
  SUPERVISOR,
  startKeeper,
} from '../start/keeper.test-support.ts';
import type { Page } from '../start/page.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  photograph,
  print,
} from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { namesOf } from './names-of.ts';

const HOUR = 3_600_000;

/** What of these names stands in the kiosk's files, as bytes or as text. */
function standing(dataFolder: string, names: readonly string[]): readonly string[] {
  const files = [
    'vault.db',
    'vault.db-journal',
    'ledger.db',
    'ledger.db-journal',
    'sessions.json',
    'workers.json',
  ];
  const content = files.map((file) => {
    try {
      return readFileSync(join(dataFolder, file));
    } catch {
      return Buffer.alloc(0);
    }
  });
  return names.filter((name) =>
    content.some((bytes) => bytes.includes(name) || bytes.includes(Buffer.from(name, 'hex'))),
  );
}

/** A person whose card lies in the tray, and all that names their application. */
async function printed(options: Parameters<typeof openCounter>[0]) {
  const dataFolder = workingFolder();
  const { keeper, page } = await openCounter({ dataFolder, ...options });
  await fillIn(page);
  await printAfterReadBack(page);
  await page.waitForCard();
  const application = openOne(keeper);
  return { dataFolder, keeper, page, application, names: namesOf(keeper.services, application) };
}

/** The same by a core in the test's hand, which knows nothing that could be searched for. */
async function printedByHand(options: Parameters<typeof counter>[0] = {}) {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder, ...options });
  const opened = await create(core);
  await photograph(core, opened);
  const [full, lastFour] = [randomBytes(32), randomBytes(32)].map((hash) => hash.toString('hex'));
  if (full === undefined || lastFour === undefined) throw new Error('no hashes');
  expect((await print(core, opened, 'read-back', { full, lastFour })).ok).toBe(true);
  const { application } = opened;
  await until(() => expect(keeper.services.vault.find(application)?.state).toBe('printed'));
  const names = namesOf(keeper.services, application);
  expect(names).toHaveLength(4);
  return { dataFolder, keeper, core, application, names };
}

function openOne({ services }: RunningKeeper): ApplicationId {
  const [open] = services.vault.open();
  if (open === undefined) throw new Error('nothing is open');
  return open.id;
}

async function handOver(page: Page): Promise<void> {
  await page.does('identifyCard', { characters: await lastFourOf(page) });
  await page.does('handOver', {});
}

const ended = (keeper: RunningKeeper): Promise<void> =>
  until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));

const NAMES = ['id', 'job', 'full hash', 'hash of the last four'];

describe('what named an application', () => {
  it('stands in no file once it is handed over; a hash of its card never did', async () => {
    const { dataFolder, keeper, page, names } = await printed({});
    expect(names).toHaveLength(4);
    const [id, job] = names;
    expect(standing(dataFolder, names)).toEqual([id, job]);
    await handOver(page);
    await ended(keeper);
    expect(standing(dataFolder, names)).toEqual([]);
    await keeper.stop();
    expect(standing(dataFolder, names)).toEqual([]);
  });

  // It ends by the same erasure as the one before.
  long('stands in no file once it has expired', async () => {
    const clock = testClock({ now: Date.now() });
    const { dataFolder, keeper, core, names } = await printedByHand({ clock });
    clock.advance(8 * HOUR);
    keeper.services.expiry.check();
    await until(() => expect(core.events.map(({ kind }) => kind)).toContain('ended'));
    void core.call('erased', { search: CLEAN });
    await ended(keeper);
    expect(standing(dataFolder, names)).toEqual([]);
  });

  it('stands in no file once the next keeper has forgotten it', async () => {
    const { dataFolder, keeper, names } = await printedByHand();
    await keeper.stop();
    expect(standing(dataFolder, names)).toHaveLength(2);
    const after = await startKeeper({ dataFolder, scripted: true });
    expect(after.services.trayChecks.pending()?.applications).toBe(1);
    expect(standing(dataFolder, names)).toEqual([]);
  });

  // It is forgotten as the one before; what a hold counts, holds say.
  long('stands in no file once it is forgotten under a hold, which still counts it', async () => {
    const { dataFolder, keeper, application, names } = await printedByHand();
    const hold = { scope: 'tickets', reason: 'subpoena', since: 1, by: SUPERVISOR.name } as const;
    keeper.services.holds.set({ ...hold, applications: [application] });
    await keeper.stop();
    expect(standing(dataFolder, names)).toHaveLength(2);
    const after = await startKeeper({ dataFolder, scripted: true });
    expect(after.services.vault.open()).toEqual([]);
    expect(standing(dataFolder, names)).toEqual([]);
    expect(after.services.holds.all()).toMatchObject([{ frozen: 1, unsealed: 1 }]);
  });

  it('goes at the next start where a crash came right after the last transaction', async () => {
    const { dataFolder, keeper, core, names } = await printedByHand({
      adjustActs: (acts) => ({ ...acts, eraseTraces: () => false }),
    });
    const journal = readFileSync(join(dataFolder, 'vault.db-journal'));
    await core.call('finish', { outcome: 'issued' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.wipes.failure()?.step).toBe('rows-deleted'));
    await keeper.stop();
    writeFileSync(join(dataFolder, 'vault.db-journal'), journal, { flag: 'r+' });
    expect(standing(dataFolder, names)).not.toEqual([]);
    await startKeeper({ dataFolder, scripted: true });
    expect(standing(dataFolder, names)).toEqual([]);
  });

  // One search takes all of them.
  it.each(firstOf(NAMES, 1))(
    'is searched for by the wipe, which is not proven if it lies somewhere (%s)',
    async (what) => {
      const { dataFolder, keeper, page, names } = await printed({});
      const name = names[NAMES.indexOf(what)] ?? '';
      writeFileSync(join(dataFolder, 'stray'), Buffer.from(name, 'hex'));
      await handOver(page);
      await until(() => expect(keeper.services.wipes.failure()?.step).toBe('searched'));
      expect(keeper.services.countsSoFar.of(keeper.services.clock.today()).wiped).toBe(0);
    },
  );

  // The same search as before: the vault is one of the files that it reads.
  long('gives away rows that were only said to be deleted', async () => {
    const { keeper, page } = await printed({
      adjustActs: (acts) => ({ ...acts, deleteRows: () => true }),
    });
    await handOver(page);
    await until(() => expect(keeper.services.wipes.failure()?.step).toBe('searched'));
  });
});

describe('a job on a printer', () => {
  const name = jobId.parse('7'.repeat(31).concat('e'));

  it('is its wipe’s from the first moment on, and a forgotten one’s is nobody’s', async () => {
    const dataFolder = workingFolder();
    const { keeper, core } = await counter({ dataFolder });
    const { application } = await create(core);
    keeper.services.jobRows.begin({ name, application, printer: CARD_PRINTER });
    keeper.services.jobRows.setPurged(name, 'purged');
    await core.call('finish', { outcome: 'withdrawn' });
    const [wipe] = keeper.services.vault.wipes.all();
    // Its name is needed no more, nor what it was printed on: the wipe knows both.
    expect(wipe).toMatchObject({ application, driver: 'ipp', spool: 'purged' });
    expect(standing(dataFolder, [application, name])).toEqual([]);
    await core.call('erased', { search: CLEAN });
    await ended(keeper);

    const next = await nextCore(keeper, core);
    const forgotten = await create(next);
    keeper.services.jobRows.begin({ name, application: forgotten.application, printer: CARD_PRINTER });
    await keeper.stop();
    const after = await startKeeper({ dataFolder, scripted: true });
    expect(after.services.jobRows.orphans()).toMatchObject([{ name }]);
    expect(standing(dataFolder, [forgotten.application, name])).toEqual([name]);
  });
});

describe('the times of the kiosk’s files', () => {
  const timesOf = (dataFolder: string): readonly number[] =>
    ['vault.db', 'vault.db-journal', 'ledger.db', 'sessions.json', '.'].map(
      (file) => lstatSync(join(dataFolder, file)).mtimeMs,
    );

  it('are the beginning of the day once an application has ended, and none of them its moment', async () => {
    const dataFolder = workingFolder();
    const clock = testClock({ now: Date.UTC(2026, 10, 24, 15, 42) });
    const { keeper, core } = await counter({ dataFolder, clock });
    await create(core);
    // The control: what was written just now says so.
    expect(timesOf(dataFolder).some((time) => time > Date.UTC(2026, 10, 24, 1))).toBe(true);
    await core.call('finish', { outcome: 'withdrawn' });
    void core.call('erased', { search: CLEAN });
    await ended(keeper);
    keeper.services.traces.setFileTimes('written');
    for (const time of timesOf(dataFolder)) expect([0, Date.UTC(2026, 10, 24)]).toContain(time);
  });
});

describe('a journal that cannot be erased', () => {
  it('is a failed step that everybody sees, and no receipt is given before it is', async () => {
    const dataFolder = workingFolder();
    const { keeper, core } = await counter({
      dataFolder,
      log: ['The disk does not take writes (ENOENT, wipe step rows-deleted). It is tried again by itself.'],
    });
    const { application } = await create(core);
    const journal = join(dataFolder, 'vault.db-journal');
    renameSync(journal, `${journal}-elsewhere`);
    await core.call('finish', { outcome: 'withdrawn' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.wipes.failure()?.step).toBe('rows-deleted'));
    await until(() => expect(keeper.services.pool.shown()).not.toBe(core.session));
    const next = await connectCore(keeper);
    expect(await next.call('getStatus', {})).toMatchObject({
      value: { intake: { kind: 'locked', step: 'rows-deleted' } },
    });
    expect(keeper.services.countsSoFar.of(keeper.services.clock.today()).wiped).toBe(0);
    renameSync(`${journal}-elsewhere`, journal);
    await keeper.services.wipes.retry();
    await ended(keeper);
    expect(standing(dataFolder, [application])).toEqual([]);
  });

  it('nor are free pages that an earlier keeper left: no receipt before they are', async () => {
    const { keeper, core } = await counter({
      dataFolder: workingFolder(),
      log: ['defect in traces in the vault (freePages): SqliteError: no room'],
    });
    const { services } = keeper;
    await create(core);
    services.unwritten.note('freePages', true);
    services.vault.database.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON room BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    await core.call('finish', { outcome: 'withdrawn' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(services.wipes.failure()?.step).toBe('rows-deleted'));
    services.vault.database.exec('DROP TRIGGER full');
    await services.wipes.retry();
    await ended(keeper);
    expect(services.unwritten.has('freePages')).toBe(false);
  });

  it('after something else than a wipe stops intake until it is', async () => {
    const dataFolder = workingFolder();
    const { keeper, core } = await counter({
      dataFolder,
      log: [
        'The disk does not take writes (ENOENT, traces in the vault (journal)). It is tried again by itself.',
      ],
    });
    const journal = join(dataFolder, 'vault.db-journal');
    renameSync(journal, `${journal}-elsewhere`);
    keeper.services.unwritten.note('journal', true);
    expect(await core.call('create', {})).toEqual({ ok: false, error: { kind: 'not-written' } });
    expect(await core.call('getStatus', {})).toMatchObject({ value: { diskFails: true } });
    renameSync(`${journal}-elsewhere`, journal);
    await create(core);
    expect(await core.call('getStatus', {})).toMatchObject({ value: { diskFails: false } });
  });
});
