import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printOccasions } from '../../../shared/application/queue-card.ts';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import { long } from '../../../tests/support/sample.ts';
import { readRecordedSessions } from '../sessions/recorded-sessions.ts';
import { until } from '../sessions/sessions.test-support.ts';
import {
  askToPrint,
  fillIn,
  lastFourOf,
  openCounter,
  printAfterReadBack,
  reprint,
  startKeeper,
} from '../start/keeper.test-support.ts';
import {
  connectCore,
  create,
  fingerprint,
  photograph,
  print,
  type ScriptedCore,
  signIn,
} from '../start/scripted-core.test-support.ts';
import { quittingWorker } from '../start/workers.test-support.ts';

const notNow = { ok: false, error: { kind: 'not-now' } };

/** What would change an application whose card is under way, or end it. */
function changes(core: ScriptedCore) {
  return [
    core.call('keepAnswers', { sealed: new Uint8Array(1) }),
    core.call('keepFee', { sealed: new Uint8Array(1) }),
    core.call('keepOldCardDestroyed', { sealed: new Uint8Array(1) }),
    core.call('keepPhoto', { sealed: new Uint8Array(1) }),
    core.call('dropPhoto', {}),
    core.call('tellCard', { found: true }),
    core.call('tellCard', { found: false }),
    core.call('spoil', { reason: 'smudged' }),
    core.call('finish', { outcome: 'issued' }),
    core.call('finish', { outcome: 'withdrawn' }),
  ];
}

describe('a named card', () => {
  it('is named no more once another one is scanned, and nothing is handed over before it is named again', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    await printAfterReadBack(page);
    await page.waitForCard();
    const characters = await lastFourOf(page);
    await page.does('identifyCard', { characters });
    const another = createCardNumber((count) => randomBytes(count));
    expect(await page.call('identifyCard', { characters: another })).toMatchObject({
      error: { kind: 'no-such-card' },
    });
    expect((await page.application()).cardIdentified).toBe(false);
    expect(await page.call('handOver', {})).toEqual(notNow);
    // The same one twice changes nothing.
    for (const _ of [1, 2]) await page.does('identifyCard', { characters });
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  });
});

describe('a spoiled card', () => {
  it('is counted, and the same card is printed again under the same number', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    await printAfterReadBack(page);
    await page.waitForCard();
    const lastFour = await lastFourOf(page);
    // The key that counted it, pressed twice, prints no second card.
    const again = await Promise.all([page.does('spoil', { reason: 'smudged' }), page.call('retryPrint', {})]);
    expect(again[1]).toEqual(notNow);
    expect(await page.application()).toMatchObject({
      state: 'spoiled',
      printStage: null,
      cardIdentified: false,
    });
    expect(keeper.services.countsSoFar.of(keeper.services.clock.today()).spoiled).toBe(1);
    expect(await page.call('handOver', {})).toEqual(notNow);
    await reprint(page);
    await page.waitForCard();
    expect(await lastFourOf(page)).toBe(lastFour);
    await page.does('identifyCard', { characters: lastFour });
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.countsSoFar.of(keeper.services.clock.today())).toEqual({
      issued: 1,
      spoiled: 1,
      wiped: 1,
    });
  });

  // Also held by what a core shows (electron/core/application/record.test.ts); that it is not handed over, by the one above.
  long('is a named card to no screen, not even between the news of it and the answer', async () => {
    const { page } = await openCounter();
    await fillIn(page);
    await printAfterReadBack(page);
    await page.waitForCard();
    const characters = await lastFourOf(page);
    await page.does('identifyCard', { characters });
    const before = page.events.length;
    await page.does('spoil', { reason: 'smudged' });
    expect(await page.call('identifyCard', { characters })).toEqual(notNow);
    await reprint(page);
    await page.waitForCard();
    const told = page.events
      .slice(before)
      .flatMap((event) => (event.kind === 'application' && event.application ? [event.application] : []));
    expect(told.map(({ state }) => state)).toEqual(expect.arrayContaining(['spoiled', 'queued', 'printed']));
    expect(told.filter(({ cardIdentified }) => cardIdentified)).toEqual([]);
    expect(await page.call('handOver', {})).toEqual(notNow);
  });

  it('with wrong details is not printed again before it was corrected and read back', async () => {
    const { page } = await openCounter();
    await fillIn(page);
    await printAfterReadBack(page);
    await page.waitForCard();
    await page.does('spoil', { reason: 'wrong-details' });
    expect(await page.call('retryPrint', {})).toEqual(notNow);
    await page.does('answer', { field: 'chosenName', typed: 'Quillobertina' });
    // What would be printed now is another card than the one that was read.
    expect(await page.call('print', {})).toMatchObject({ error: { kind: 'read-back-too-short' } });
    expect(await askToPrint(page)).toEqual(notNow);
    await page.does('confirmDocuments', {});
    expect((await page.application()).state).toBe('photographed');
    await printAfterReadBack(page);
  });
});

describe('what was read back', () => {
  it('is what is printed: no answer and no photo changes behind it, whatever a core sends', async () => {
    const keeper = await startKeeper({ scripted: true, secondsPerFace: 60 });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    const key = fingerprint(opened.key);
    expect(await print(core, opened)).toEqual(notNow);
    expect(await core.call('keepPhoto', { sealed: new Uint8Array(1) })).toEqual({
      ok: false,
      error: { kind: 'documents-incomplete' },
    });
    await photograph(core, opened);
    expect(await print(core, opened, 'again')).toEqual(notNow);
    const before = keeper.services.vault.find(opened.application);
    expect(before?.card).toBeNull();
    expect(await print(core, opened)).toMatchObject({ value: { state: 'queued' } });
    await until(() => expect(keeper.services.vault.find(opened.application)?.stage).toBe('front'));
    const printing = keeper.services.vault.find(opened.application);
    for (const answer of await Promise.all(changes(core))) expect(answer).toEqual(notNow);
    for (const occasion of printOccasions) expect(await print(core, opened, occasion)).toEqual(notNow);
    // Confirmed it stays; but that changes nothing either.
    expect(await core.call('confirmDocuments', {})).toMatchObject({ value: { state: 'printing' } });
    expect(keeper.services.vault.find(opened.application)).toEqual(printing);
    const { answers, photo } = before ?? {};
    expect(printing).toMatchObject({ answers, photo, tray: null });
    // The refused second print has not touched the worker of the first.
    expect(keeper.services.jobs.isRunning(opened.application)).toBe(true);
    // Handing the key to the worker leaves the key as it was.
    const held = keeper.services.custody.open(opened.application);
    expect(held.ok && fingerprint(held.value)).toBe(key);
  });
});

it('a print that breaks off on the way leaves nothing behind, and no worker', async () => {
  const keeper = await startKeeper({ scripted: true, log: ['defect in print: SqliteError: no job today'] });
  const core = await connectCore(keeper);
  await signIn(core);
  const opened = await create(core);
  await photograph(core, opened);
  const { vault, cardLookUp, jobs } = keeper.services;
  // The job is the last of what a print writes.
  vault.database.exec(
    "CREATE TEMP TRIGGER no_job BEFORE UPDATE OF job ON application BEGIN SELECT RAISE(ABORT, 'no job today'); END",
  );
  const before = vault.find(opened.application);
  expect(await print(core, opened)).toEqual({ ok: false, error: { kind: 'broken' } });
  expect(vault.find(opened.application)).toEqual(before);
  expect(before).toMatchObject({ state: 'photographed', card: null, look_up: null });
  expect(vault.made(opened.application)).toEqual([]);
  expect(cardLookUp.of(opened.application)).toBeNull();
  expect(jobs.isRunning(opened.application)).toBe(false);
  vault.database.exec('DROP TRIGGER no_job');
  expect(await print(core, opened)).toMatchObject({ value: { state: 'queued', stage: 'waiting' } });
});

describe('a print worker', () => {
  // The doubt is held by print-jobs.test.ts, the clerk’s answers by late-cards.test.ts.
  long('that dies leaves a doubt, and the clerk says what lies there', async () => {
    const keeper = await startKeeper({ scripted: true, secondsPerFace: 60 });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    const vault = keeper.services.vault;
    const state = (): string | undefined => vault.find(opened.application)?.state;
    await photograph(core, opened);
    await print(core, opened);
    await until(() => expect(vault.find(opened.application)?.stage).toBe('front'));
    const path = `${keeper.services.facts.searchRoots[0]}/workers.json`;
    const worker = readRecordedSessions(path)?.sessions[0]?.pid ?? 0;
    // An account may have no entry in the system's list, and what draws the card asks for a home.
    expect(readFileSync(`/proc/${worker}/environ`, 'utf8')).toMatch(/(^|\0)HOME=\//);
    process.kill(worker, 'SIGKILL');
    await until(() => expect(state()).toBe('printing-doubtful'));
    await until(() => {
      const told = core.events.filter(({ kind }) => kind === 'application').at(-1);
      expect(told).toMatchObject({ snapshot: { stage: 'failed', state: 'printing-doubtful', tray: null } });
    });
    // Whoever has put it aside meanwhile sees it in the list.
    const listed = { state: 'printing', printStopped: true };
    expect(await core.call('getStatus', {})).toMatchObject({ value: { inProgress: [listed] } });
    expect(await print(core, opened, 'again')).toEqual(notNow);
    expect(await core.call('tellCard', { found: false })).toMatchObject({
      value: { state: 'printing-no-card', stage: 'failed', ending: null },
    });
    expect(await print(core, opened, 'again')).toMatchObject({ value: { state: 'queued' } });
    await until(() => expect(vault.find(opened.application)?.stage).toBe('front'));
    expect(vault.find(opened.application)?.attempts).toBe(2);
    process.kill(readRecordedSessions(path)?.sessions[0]?.pid ?? 0, 'SIGKILL');
    await until(() => expect(state()).toBe('printing-doubtful'));
    expect(await core.call('tellCard', { found: true })).toMatchObject({
      value: { state: 'printed', stage: 'in-tray', ending: { kind: 'in-tray' } },
    });
  });

  it('that has said its last and stays is ended before the next card, and only then', async () => {
    const workerPath = fileURLToPath(new URL('./fake-worker.test-support.ts', import.meta.url));
    const keeper = await startKeeper({ scripted: true, workerPath });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    await photograph(core, opened);
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect(await print(core, opened, attempt === 1 ? 'read-back' : 'again')).toMatchObject({
        value: { state: 'queued' },
      });
      await until(() =>
        expect(keeper.services.vault.find(opened.application)?.state).toBe('printing-no-card'),
      );
      expect(keeper.services.jobs.isRunning(opened.application)).toBe(true);
      expect(keeper.services.vault.find(opened.application)?.attempts).toBe(attempt);
    }
  });

  it('is ended by the wipe of its application', async () => {
    const keeper = await startKeeper({
      scripted: true,
      secondsPerFace: 60,
      workerPath: quittingWorker,
    });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    await photograph(core, opened);
    await print(core, opened);
    await until(() =>
      expect(keeper.services.vault.find(opened.application)?.state).toBe('printing-doubtful'),
    );
    await core.call('tellCard', { found: false });
    expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    await core.call('erased', { search: { kind: 'not-searched' } });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  });
});
