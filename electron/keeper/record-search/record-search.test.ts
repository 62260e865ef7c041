import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { searchStatement } from '../../../shared/record-search/statement.ts';
import { SEARCH_MINUTES } from '../../../shared/record-search/terms.ts';
import { firstOf, long } from '../../../tests/support/sample.ts';
import { machineClock } from '../clock.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { allEntriesIn } from '../ledger/entries.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { shownOf } from '../sessions/sessions.test-support.ts';
import { CLERK, openCounter, SECOND_SUPERVISOR, SUPERVISOR } from '../start/keeper.test-support.ts';
import type { Page } from '../start/page.test-support.ts';
import { leaveOpen, nextPage, search, searchOnce, settled } from './record-search.test-support.ts';
import { digestOfAnswer } from './search-statement.ts';

const refused = (kind: string) => ({ ok: false, error: expect.objectContaining({ kind }) });

// What is long here is held by others as well, nearer to the code or end to end.

long(
  'what is held is found in another spelling, also under a hold; another name is not; both are signed and leave nothing',
  async () => {
    const exportFolder = mkdtempSync(join(workingFolder(), 'stick-'));
    const counter = await openCounter({ exportFolder });
    const { keeper } = counter;
    let page = await leaveOpen(keeper, counter.page);
    page = await leaveOpen(keeper, page, {
      name: 'Bartholomäus Quadling',
      emergencyName: 'Hesperus Vandersloot',
    });
    await page.does('signIn', SUPERVISOR);
    await page.does('setHold', { reason: 'subpoena', tickets: null });

    await page.does('beginRecordSearch', {});
    const { pid } = page.session;
    const found = await search(page, 'VANDERSLOOT, Zephyrina');
    const findings = {
      ...{ verdict: 'found', searched: 2, unsearchable: 0, failed: 0, beingErased: 0, erasedMeanwhile: 0 },
      matches: [
        {
          ticket: 1,
          day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          found: [{ input: 'name', match: 'other-order' }],
        },
      ],
    };
    expect(found).toMatchObject({ kind: 'answered', findings, reason: 'subpoena' });
    expect(await page.call('printRecordSearch', {})).toEqual(refused('no-ordinary-printer'));
    const { file } = await page.does('saveRecordSearch', {});
    const written = readFileSync(join(exportFolder, file), 'utf8');
    expect(written.toLowerCase()).not.toContain('zephyrina');
    const statement = searchStatement.parse(JSON.parse(written));
    expect(statement).toMatchObject(findings);
    expect(statement.by).not.toBe(statement.second);
    expect(statement.holds).toMatchObject([{ scope: 'all', reason: 'subpoena' }]);
    const entry = allEntriesIn(keeper.services.ledger).at(statement.ledger.sequence - 1);
    expect(entry).toMatchObject({
      ...{ kind: 'records-searched', reason: 'subpoena', unsearchable: 0 },
      ...{ by: statement.by, second: statement.second },
    });
    expect(keeper.services.ledger.verify({ checkpoint: statement.ledger }).ok).toBe(true);
    // What the kiosk entered of its answer: of exactly the file that left it, and nothing that names anybody.
    const { sequence } = statement.ledger;
    expect(allEntriesIn(keeper.services.ledger).slice(sequence)).toEqual([
      {
        ...{ kind: 'record-search-answered', utc: expect.any(String) },
        ...{ searchEntry: sequence, answer: digestOfAnswer(statement) },
      },
    ]);
    // The session that knows the name ends with the search, as an applicant's does.
    await page.does('endRecordSearch', {});
    page = await nextPage(keeper, page);
    expect(page.session.pid).not.toBe(pid);
    expect(livingProcessesOf(pid)).toEqual([]);
    expect(readdirSync(keeper.services.facts.searchRoots[1] ?? '')).not.toContain(`session-${pid}`);
    expect((await page.status()).recordSearch).toBeNull();

    const inContact = await searchOnce(keeper, page, 'Hesperus Vandersloot');
    expect(inContact.status).toMatchObject({
      findings: {
        verdict: 'found',
        matches: [{ ticket: 2, found: [{ input: 'emergencyName', match: 'as-typed' }] }],
      },
    });
    const other = await searchOnce(keeper, inContact.next, 'Peregrine Oddfellow');
    expect(other.status).toMatchObject({ findings: { verdict: 'not-found', searched: 2, matches: [] } });
  },
);

it('it takes two supervisors, who agreed on this name and this reason, once', async () => {
  const { keeper, page } = await openCounter();
  await page.does('signIn', CLERK);
  expect(await page.call('beginRecordSearch', {})).toEqual(refused('not-allowed'));
  await page.does('signIn', SUPERVISOR);
  // A name is typed in a session of its own, and in no other.
  expect(await page.call('askForName', { typed: 'Zephyrina Vandersloot' })).toEqual(refused('not-now'));
  await page.does('beginRecordSearch', {});
  expect(await page.call('searchRecords', { reason: 'subpoena' })).toEqual(refused('not-allowed'));
  const first = await page.does('askForName', { typed: 'Zephyrina Vandersloot' });
  const other = await page.does('askForName', { typed: 'Peregrine Oddfellow' });
  const approve = (digest: string, reason: 'subpoena' | 'court-order', who = SECOND_SUPERVISOR) =>
    page.call('approve', { act: 'searchRecords', digest, reason, ...who });
  expect(await approve(other.digest, 'subpoena', SUPERVISOR)).toEqual(refused('not-a-second-person'));
  expect(await page.call('searchRecords', { reason: 'subpoena' })).toEqual(refused('not-allowed'));
  for (const [digest, reason] of [
    [first.digest, 'subpoena'],
    [other.digest, 'court-order'],
  ] as const) {
    expect((await approve(digest, reason)).ok).toBe(true);
    expect(await page.call('searchRecords', { reason: 'subpoena' })).toEqual(refused('not-allowed'));
  }
  expect((await approve(other.digest, 'subpoena')).ok).toBe(true);
  expect(await page.call('searchRecords', { reason: 'subpoena' })).toEqual({ ok: true, value: {} });
  // One approval is one search; and one answer is the last of its session.
  expect(await page.call('searchRecords', { reason: 'subpoena' })).toEqual(refused('not-allowed'));
  expect(await settled(page)).toMatchObject({ kind: 'answered' });
  await approve(other.digest, 'subpoena');
  expect(await page.call('searchRecords', { reason: 'subpoena' })).toEqual(refused('not-now'));
  // It serves nobody, whoever signs in.
  await page.does('signIn', CLERK);
  expect(await page.call('startApplication', {})).toEqual(refused('not-now'));
  expect(await page.call('saveRecordSearch', {})).toEqual(refused('not-allowed'));
  await page.does('endRecordSearch', {});
  const next = await nextPage(keeper, page);
  await next.does('startApplication', {});
  await next.does('signIn', SUPERVISOR);
  expect(await next.call('beginRecordSearch', {})).toEqual(refused('not-now'));
});

it('in practice nobody is asked for', async () => {
  const { page } = await openCounter();
  await page.does('signIn', SUPERVISOR);
  await page.does('beginPractice', {});
  expect(await page.call('beginRecordSearch', {})).toEqual(refused('in-practice'));
});

long('where an application cannot be opened, nobody says that a name is not held', async () => {
  const counter = await openCounter();
  const { keeper } = counter;
  let page = await leaveOpen(keeper, counter.page);
  page = await leaveOpen(keeper, page, { name: 'Bartholomäus Quadling' });
  const [first] = keeper.services.vault.open();
  if (first === undefined) throw new Error('nothing is open');
  keeper.services.vault.store(first.id, 'answers', new Uint8Array(60));
  await page.does('signIn', SUPERVISOR);
  const missing = await searchOnce(keeper, page, 'Peregrine Oddfellow');
  expect(missing.status).toMatchObject({ findings: { verdict: 'not-known', searched: 1, unsearchable: 1 } });
  const there = await searchOnce(keeper, missing.next, 'Bartholomaus Quadling');
  expect(there.status).toMatchObject({ findings: { verdict: 'found', searched: 1, unsearchable: 1 } });
  // The key is gone, and the record is not.
  keeper.services.custody.destroy(first.id);
  const keyless = await searchOnce(keeper, there.next, 'Peregrine Oddfellow');
  expect(keyless.status).toMatchObject({ findings: { verdict: 'not-known', searched: 1, unsearchable: 1 } });
});

const LEAVING = [
  ['is locked', (page: Page) => page.does('lock', {})],
  ['is signed out of', (page: Page) => page.does('signOut', {})],
] as const;
it.each(firstOf(LEAVING, 1))(
  'a search whose screen %s ends with all that knew the name, as one that is closed',
  async (_how, leave) => {
    const { keeper, page } = await openCounter();
    await page.does('signIn', SUPERVISOR);
    await page.does('beginRecordSearch', {});
    expect(await search(page, 'Zephyrina Vandersloot')).toMatchObject({ kind: 'answered' });
    await leave(page);
    const next = await nextPage(keeper, page);
    expect((await next.status()).recordSearch).toBeNull();
  },
);

long('a search that nobody closes ends after its time', async () => {
  let ahead = 0;
  const clock = {
    ...machineClock,
    now: () => machineClock.now() + ahead,
    uptime: () => machineClock.uptime() + ahead,
  };
  const { keeper, page } = await openCounter({ clock });
  await page.does('signIn', SUPERVISOR);
  await page.does('beginRecordSearch', {});
  // Somebody is there, and touches it: the screen does not lock.
  for (let minutes = 0; minutes < SEARCH_MINUTES; minutes += 1) {
    ahead += 60_000;
    keeper.services.staff.reportActivity();
  }
  expect(keeper.services.staff.screenLocked()).toBe(false);
  const next = await nextPage(keeper, page);
  expect((await next.status()).recordSearch).toBeNull();
});

it('a session that dies takes its search along', async () => {
  const counter = await openCounter({ exportFolder: mkdtempSync(join(workingFolder(), 'stick-')) });
  const { keeper } = counter;
  await counter.page.does('signIn', SUPERVISOR);
  await counter.page.does('beginRecordSearch', {});
  await counter.page.does('askForName', { typed: 'Zephyrina Vandersloot' });
  process.kill(counter.page.session.pid, 'SIGKILL');
  const page = await nextPage(keeper, counter.page);
  expect(shownOf(keeper.services.pool).pid).toBe(page.session.pid);
  expect((await page.status()).recordSearch).toBeNull();
  expect(await page.call('saveRecordSearch', {})).toEqual(refused('not-now'));
});
