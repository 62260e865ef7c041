import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clerkEvents, sealedColumns } from '../../../shared/contract/keeper.ts';
import { readRecordedSessions } from '../sessions/recorded-sessions.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { fillIn, lastFourOf, openCounter, startKeeper } from '../start/keeper.test-support.ts';
import {
  connectCore,
  create,
  fingerprint,
  HASHES,
  makeReady,
  signIn,
} from '../start/scripted-core.test-support.ts';
import { quittingWorker } from '../start/workers.test-support.ts';

const notNow = { ok: false, error: { kind: 'not-now' } };

describe('a spoiled card', () => {
  it('is counted, and the same card is printed again under the same number', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    await page.does('print', {});
    await page.waitForCard();
    const lastFour = await lastFourOf(page);
    await page.does('spoil', { reason: 'smudged' });
    expect(await page.application()).toMatchObject({
      state: 'spoiled',
      printStage: null,
      cardIdentified: false,
    });
    expect(keeper.services.ledger.counts(keeper.services.clock.today()).spoiled).toBe(1);
    expect(await page.call('handOver', {})).toEqual(notNow);
    // At once: the worker of the first card may still be on its way out.
    await page.does('retryPrint', {});
    await page.waitForCard();
    expect(await lastFourOf(page)).toBe(lastFour);
    await page.does('identifyCard', { characters: lastFour });
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.ledger.counts(keeper.services.clock.today())).toEqual({
      issued: 1,
      spoiled: 1,
      wiped: 1,
    });
  });

  it('is a named card to no screen, not even between the news of it and the answer', async () => {
    const { page } = await openCounter();
    await fillIn(page);
    await page.does('print', {});
    await page.waitForCard();
    const characters = await lastFourOf(page);
    await page.does('identifyCard', { characters });
    const before = page.events.length;
    await page.does('spoil', { reason: 'smudged' });
    expect(await page.call('identifyCard', { characters })).toEqual(notNow);
    await page.does('retryPrint', {});
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
    await page.does('print', {});
    await page.waitForCard();
    await page.does('spoil', { reason: 'wrong-details' });
    expect(await page.call('retryPrint', {})).toEqual(notNow);
    await page.does('answer', { field: 'chosenName', typed: 'Quillobertina' });
    expect(await page.call('print', {})).toEqual(notNow);
    await page.does('confirmDocuments', {});
    expect((await page.application()).state).toBe('photographed');
    await page.does('print', {});
  });
});

describe('what was read back', () => {
  it('is what is printed: no answer and no photo changes behind it, whatever a core sends', async () => {
    const keeper = await startKeeper({ scripted: true, secondsPerFace: 60 });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    const key = fingerprint(opened.key);
    expect(await core.call('print', HASHES)).toEqual(notNow);
    expect(await core.call('store', { column: 'photo', sealed: new Uint8Array(1) })).toEqual(notNow);
    await makeReady(core, opened);
    const before = keeper.services.vault.find(opened.application);
    for (const column of ['answers', 'photo', 'tray'] as const)
      expect(await core.call('store', { column, sealed: null })).toEqual(notNow);
    expect(await core.call('print', HASHES)).toMatchObject({ value: { state: 'queued' } });
    await until(() => expect(keeper.services.vault.find(opened.application)?.stage).toBe('front'));
    for (const column of sealedColumns)
      expect(await core.call('store', { column, sealed: new Uint8Array(1) })).toEqual(notNow);
    for (const event of clerkEvents) expect(await core.call('move', { event })).toEqual(notNow);
    expect(await core.call('print', HASHES)).toEqual(notNow);
    expect(await core.call('spoil', { reason: 'smudged' })).toEqual(notNow);
    expect(await core.call('finish', { outcome: 'issued' })).toEqual(notNow);
    expect(await core.call('finish', { outcome: 'denied' })).toEqual(notNow);
    const { answers, photo, card } = before ?? {};
    expect(keeper.services.vault.find(opened.application)).toMatchObject({
      answers,
      photo,
      card,
      tray: null,
    });
    // The refused second print has not touched the worker of the first.
    expect(keeper.services.jobs.isRunning(opened.application)).toBe(true);
    // Handing the key to the worker leaves the key as it was.
    const held = keeper.services.custody.open(opened.application);
    expect(held.ok && fingerprint(held.value)).toBe(key);
  });
});

describe('a print worker', () => {
  it('that dies leaves a doubt, and the clerk says what lies there', async () => {
    const keeper = await startKeeper({ scripted: true, secondsPerFace: 60 });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    const vault = keeper.services.vault;
    const state = (): string | undefined => vault.find(opened.application)?.state;
    await makeReady(core, opened);
    await core.call('print', HASHES);
    await until(() => expect(vault.find(opened.application)?.stage).toBe('front'));
    const path = `${keeper.services.facts.searchRoots[0]}/workers.json`;
    const worker = readRecordedSessions(path)?.sessions[0]?.pid ?? 0;
    // An account may have no entry in the system's list, and what draws the card asks for a home.
    expect(readFileSync(`/proc/${worker}/environ`, 'utf8')).toMatch(/(^|\0)HOME=\//);
    process.kill(worker, 'SIGKILL');
    await until(() => expect(state()).toBe('printing-doubtful'));
    await until(() => {
      const told = core.events.filter(({ kind }) => kind === 'print').at(-1);
      expect(told).toMatchObject({ stage: 'failed', state: 'printing-doubtful', tray: null });
    });
    // Whoever has put it aside meanwhile sees it in the list.
    const listed = { state: 'printing', printStopped: true };
    expect(await core.call('getStatus', {})).toMatchObject({ value: { inProgress: [listed] } });
    expect(await core.call('print', HASHES)).toEqual(notNow);
    expect(await core.call('move', { event: 'clerk-found-no-card' })).toMatchObject({ ok: true });
    expect(await core.call('print', HASHES)).toMatchObject({ value: { state: 'queued' } });
    await until(() => expect(vault.find(opened.application)?.stage).toBe('front'));
    expect(vault.find(opened.application)?.attempts).toBe(2);
    process.kill(readRecordedSessions(path)?.sessions[0]?.pid ?? 0, 'SIGKILL');
    await until(() => expect(state()).toBe('printing-doubtful'));
    expect(await core.call('move', { event: 'clerk-found-card' })).toMatchObject({
      value: { state: 'printed' },
    });
  });

  it('that has said its last and stays is ended before the next card, and only then', async () => {
    const workerPath = fileURLToPath(new URL('./fake-worker.test-support.ts', import.meta.url));
    const keeper = await startKeeper({ scripted: true, workerPath });
    const core = await connectCore(keeper);
    await signIn(core);
    const opened = await create(core);
    await makeReady(core, opened);
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect(await core.call('print', HASHES)).toMatchObject({ value: { state: 'queued' } });
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
    await makeReady(core, opened);
    await core.call('print', HASHES);
    await until(() =>
      expect(keeper.services.vault.find(opened.application)?.state).toBe('printing-doubtful'),
    );
    await core.call('move', { event: 'clerk-found-no-card' });
    expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    await core.call('erased', { search: { kind: 'not-searched' } });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  });
});
