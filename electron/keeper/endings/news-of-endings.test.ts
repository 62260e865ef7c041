import { expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { counter, create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const HOUR = 3_600_000;

/** Printers that do not answer for the applications named here. */
function silentPrinters() {
  const silent = new Set<string>();
  const adjustActs = (acts: WipeActs): WipeActs => ({
    ...acts,
    purgePrintSide: async (application) =>
      silent.has(application) ? null : acts.purgePrintSide(application),
  });
  return { silent, adjustActs };
}

async function newsOn(core: ScriptedCore) {
  const status = await core.call('getStatus', {});
  if (!status.ok) throw new Error('the keeper does not answer');
  return status.value.lastEnding;
}

it('one that waits for its printer is no news while another is erased, nor when its printer answers', async () => {
  const { silent, adjustActs } = silentPrinters();
  const { keeper, core } = await counter({ adjustActs });
  const { services } = keeper;
  const a = await create(core);
  silent.add(a.application);
  await core.call('finish', { outcome: 'withdrawn' });
  await core.call('erased', { search: CLEAN });
  const second = await nextCore(keeper, core);
  expect(await newsOn(second)).toMatchObject({ kind: 'print-side-open' });

  await create(second);
  expect(await newsOn(second)).toEqual({ kind: 'none' });
  await second.call('finish', { outcome: 'withdrawn' });
  // Its search is still to come: it is being erased for as long as this test wants to look.
  await services.wipes.retry();
  expect(services.wipes.printSideOpen()).toBe(1);
  expect(services.endings.shown()).toEqual({ kind: 'erasing' });

  await second.call('erased', { search: CLEAN });
  const third = await nextCore(keeper, second);
  const receipt = { erased: { outcome: 'withdrawn' } };
  expect(await newsOn(third)).toMatchObject({ kind: 'ended', receipt });
  silent.clear();
  await services.wipes.retry();
  await until(() => expect(services.vault.wipes.all()).toEqual([]));
  expect(services.countsSoFar.of(services.clock.today()).wiped).toBe(2);
  expect(await newsOn(third)).toMatchObject({ kind: 'ended', receipt });
});

it('one that expires with nobody there takes no place on the screen, and its hours are not counted', async () => {
  const clock = testClock({ now: NINE });
  const { keeper, core } = await counter({ clock });
  const { services } = keeper;
  await create(core);
  await core.call('putAside', { fingerprints: null });
  const second = await nextCore(keeper, core);
  await create(second);
  await second.call('finish', { outcome: 'withdrawn' });
  clock.advance(140);
  await second.call('erased', { search: CLEAN });
  const third = await nextCore(keeper, second);
  const receipt = { erased: { outcome: 'withdrawn' } };
  expect(await newsOn(third)).toMatchObject({ kind: 'ended', receipt, milliseconds: 140 });
  clock.advance(9 * HOUR);
  services.expiry.check();
  await until(() => expect(services.vault.wipes.all()).toEqual([]));
  expect(services.vault.open()).toEqual([]);
  expect(services.countsSoFar.of(clock.today()).wiped).toBe(2);
  expect(await newsOn(third)).toMatchObject({ kind: 'ended', receipt, milliseconds: 140 });
});

it('the receipt of one whose printer answered late says how long the record took to go', async () => {
  const clock = testClock({ now: NINE });
  const { silent, adjustActs } = silentPrinters();
  const { keeper, core } = await counter({ clock, adjustActs });
  const { application } = await create(core);
  silent.add(application);
  await core.call('finish', { outcome: 'withdrawn' });
  clock.advance(300);
  await core.call('erased', { search: CLEAN });
  const next = await nextCore(keeper, core);
  expect(await newsOn(next)).toMatchObject({ kind: 'print-side-open' });
  clock.advance(3 * HOUR);
  silent.clear();
  await keeper.services.wipes.retry();
  expect(await newsOn(next)).toMatchObject({ kind: 'ended', milliseconds: 300 });
});

it('one that waits for its printer says as much as its receipt will: what was searched, and what is not proven', async () => {
  const { silent, adjustActs } = silentPrinters();
  const { keeper, core } = await counter({ adjustActs });
  const { application } = await create(core);
  silent.add(application);
  await core.call('finish', { outcome: 'withdrawn' });
  await core.call('erased', { search: { ...CLEAN, tooShort: 1 } });
  const next = await nextCore(keeper, core);
  const waiting = await newsOn(next);
  if (waiting.kind !== 'print-side-open') throw new Error(waiting.kind);
  expect(waiting.result).toMatchObject({ custody: 'memory', search: { tooShort: 1 } });
  silent.clear();
  await keeper.services.wipes.retry();
  const ended = await newsOn(next);
  if (ended.kind !== 'ended') throw new Error(ended.kind);
  const { erased, notDone } = ended.receipt;
  expect(waiting.result).toEqual({ custody: erased.custody, search: erased.search, notDone });
  expect(notDone).not.toEqual([]);
});

it('one whose session died before its search says so while its printer is waited for', async () => {
  const { silent, adjustActs } = silentPrinters();
  const { keeper, core } = await counter({ adjustActs });
  const { application } = await create(core);
  silent.add(application);
  await core.call('finish', { outcome: 'withdrawn' });
  keeper.services.sessionEndings.giveUpSearch(application);
  const next = await nextCore(keeper, core);
  await until(async () =>
    expect(await newsOn(next)).toMatchObject({
      kind: 'print-side-open',
      result: {
        search: { kind: 'not-searched' },
        notDone: expect.arrayContaining(['search-was-not-possible']),
      },
    }),
  );
});
