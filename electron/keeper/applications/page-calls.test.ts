import { describe, expect, it } from 'vitest';
import { long } from '../../../tests/support/sample.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import { CLERK, fillIn, openCounter, pageOf, printAfterReadBack } from '../start/keeper.test-support.ts';

describe('fields', () => {
  it('that commit at the same time all stand, also where the first one takes the read-back away', async () => {
    const { page } = await openCounter();
    await fillIn(page);
    await Promise.all([
      page.does('answer', { field: 'name', typed: 'Ottoline Featherstone' }),
      page.does('answer', { field: 'chosenName', typed: 'Otto' }),
      page.does('answer', { field: 'gender', typed: 'woman' }),
      page.does('tickDocument', { document: 'shelter-letter', seen: true }),
    ]);
    const { answers, state } = await page.application();
    expect(answers).toMatchObject({ name: 'Ottoline Featherstone', chosenName: 'Otto', gender: 'woman' });
    expect(answers.documents).toContain('shelter-letter');
    expect(state).toBe('draft');
  });
});

describe('a photo', () => {
  it('that is taken again has to be read back again, and one that cannot be drawn is not kept', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    const hollow = drawnPhoto();
    hollow.fill(0, 200);
    expect(await page.call('keepPhoto', { jpeg: hollow })).toMatchObject({ error: { kind: 'not-a-photo' } });
    await printAfterReadBack(page);
    await page.waitForCard();
    await page.does('spoil', { reason: 'wrong-photo' });
    expect(await page.call('retryPrint', {})).toMatchObject({ error: { kind: 'not-now' } });
    const other = drawnPhoto(2);
    await page.does('keepPhoto', { jpeg: other });
    expect((await page.application()).state).toBe('photographed');
    expect((await page.does('photo', {})).jpeg).toEqual(other);
    await page.does('retakePhoto', {});
    expect(await page.application()).toMatchObject({ state: 'checked', hasPhoto: false });
    const [open] = keeper.services.vault.open();
    expect(open && keeper.services.vault.find(open.id)?.photo).toBeNull();
    expect(livingProcessesOf(page.session.pid)).not.toEqual([]);
  });
});

it('a card that nobody can have read back is not printed, whoever asks', async () => {
  const { keeper, page } = await openCounter();
  await fillIn(page);
  const tooShort = { ok: false, error: { kind: 'read-back-too-short' } };
  expect(await page.call('print', {})).toEqual(tooShort);
  await printAfterReadBack(page);
  await page.waitForCard();
  await page.does('spoil', { reason: 'wrong-photo' });
  await page.does('keepPhoto', { jpeg: drawnPhoto(2) });
  // It was another card that was read.
  expect(await page.call('print', {})).toEqual(tooShort);
  expect(keeper.services.vault.open()).toMatchObject([{ stage: null }]);
});

it('a resident who has a clerk’s name and leaves with no card is erased like everybody', async () => {
  const { keeper, page } = await openCounter();
  await page.does('startApplication', {});
  await page.does('answer', { field: 'name', typed: CLERK.name });
  await page.does('answer', { field: 'emergencyName', typed: 'Hesperus Quadling' });
  await page.does('endWithoutCard', { outcome: 'withdrawn' });
  await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  // The other name, the key, and the application's own id; not the name that staff have, too.
  expect(keeper.services.endings.shown()).toMatchObject({
    receipt: { erased: { search: { kind: 'searched', hits: 0, alsoOwn: 1 } } },
  });
});

// Also: tests/hostile/frames.test.ts.
long('a page that sends what is no request is no page of ours: its session ends', async () => {
  const { keeper, page } = await openCounter();
  page.say('nonsense');
  await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid));
  await until(() => expect(livingProcessesOf(page.session.pid)).toEqual([]));
  expect((await (await pageOf(keeper)).status()).lastEnding.kind).toBe('replaced');
});

it('a call in the wrong moment is answered, and changes nothing', async () => {
  const { page } = await openCounter();
  const early = await Promise.all([
    page.call('putAside', {}),
    page.call('print', {}),
    page.call('handOver', {}),
    page.call('confirmDocuments', {}),
    page.call('photo', {}),
    page.call('spoil', { reason: 'smudged' }),
  ]);
  for (const answer of early) expect(answer).toEqual({ ok: false, error: { kind: 'not-now' } });
  await page.does('startApplication', {});
  expect(await page.call('startApplication', {})).toMatchObject({ error: { kind: 'not-now' } });
  expect(await page.call('print', {})).toMatchObject({ error: { kind: 'photo-missing' } });
  expect(await page.call('keepPhoto', { jpeg: drawnPhoto() })).toMatchObject({
    error: { kind: 'documents-incomplete' },
  });
  expect(await page.call('confirmDocuments', {})).toMatchObject({ error: { kind: 'answers-incomplete' } });
  expect(await page.call('tickDocument', { document: 'lottery-ticket', seen: true })).toMatchObject({
    error: { kind: 'malformed' },
  });
  await page.does('signOut', {});
  expect(await page.call('answer', { field: 'name', typed: 'x' })).toMatchObject({
    error: { kind: 'not-allowed' },
  });
  await page.does('signIn', CLERK);
  expect((await page.application()).state).toBe('draft');
});
