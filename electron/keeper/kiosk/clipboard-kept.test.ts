import { expect, it } from 'vitest';
import { until } from '../sessions/sessions.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter, create, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';

const refused = { ok: false, error: { kind: 'clipboard-kept' } };

/** Ends the application without a card, and its core searches as it should. */
async function finish(core: ScriptedCore): Promise<void> {
  expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
  void core.call('erased', { search: CLEAN });
}

it('a kiosk does not go live where a program keeps what is typed, and does once it is gone', async () => {
  const selections = scriptedSelections({ kind: 'kept' });
  const { keeper, core } = await counter({ custody: null, selections });
  await core.call('signIn', SUPERVISOR);
  expect(await core.call('decideCustody', { custody: 'memory', inSpiteOf: [] })).toMatchObject(refused);
  expect(keeper.services.kiosk.read()?.custody).toBeNull();
  selections.found = { kind: 'empty' };
  expect(await core.call('decideCustody', { custody: 'memory', inSpiteOf: [] })).toMatchObject({ ok: true });
  expect(keeper.services.kiosk.read()?.custody).toBe('memory');
});

it('nobody new begins while one is running, what is open goes on, and its receipt says what is not proven', async () => {
  const selections = scriptedSelections();
  const { keeper, core } = await counter({ selections });
  selections.found = { kind: 'kept' };
  expect(await core.call('create', {})).toMatchObject(refused);
  expect(keeper.services.vault.open()).toEqual([]);
  selections.found = { kind: 'empty' };
  await create(core);
  selections.found = { kind: 'kept' };
  await finish(core);
  await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  const news = keeper.services.endings.shown();
  if (news.kind !== 'ended') throw new Error('not ended');
  expect(news.receipt.notDone).toContain('selections-not-emptied');
});

it('no name is searched for while one is running, which would keep the name as well', async () => {
  const selections = scriptedSelections();
  const { core } = await counter({ selections });
  await core.call('signIn', SUPERVISOR);
  selections.found = { kind: 'kept' };
  expect(await core.call('beginRecordSearch', {})).toMatchObject(refused);
  // The control: once it is gone.
  selections.found = { kind: 'empty' };
  expect(await core.call('beginRecordSearch', {})).toMatchObject({ ok: true });
});

it('where nobody can tell, a kiosk works, and each receipt says so', async () => {
  const { keeper, core } = await counter({
    selections: scriptedSelections({ kind: 'cannot-tell', why: 'there is no X display on this machine' }),
  });
  await create(core);
  await finish(core);
  await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  const news = keeper.services.endings.shown();
  if (news.kind !== 'ended') throw new Error('not ended');
  expect(news.receipt.notDone).toContain('selections-not-emptied');
});

it('a receipt that comes late says what was found when its own session ended, whatever was found since', async () => {
  for (const [then, since] of [
    ['kept', 'empty'],
    ['empty', 'kept'],
  ] as const) {
    let waits = true;
    const selections = scriptedSelections();
    const { keeper, core } = await counter({
      selections,
      adjustActs: (acts) => ({
        ...acts,
        purgePrintSide: async (application) => (waits ? null : acts.purgePrintSide(application)),
      }),
    });
    await create(core);
    selections.found = { kind: then };
    await finish(core);
    await until(() => expect(keeper.services.endings.shown().kind).toBe('print-side-open'));
    selections.found = { kind: since };
    waits = false;
    await keeper.services.wipes.retry();
    const news = keeper.services.endings.shown();
    if (news.kind !== 'ended') throw new Error('not ended');
    expect(news.receipt.notDone.includes('selections-not-emptied')).toBe(then === 'kept');
    await keeper.stop();
  }
});
