import { expect, it } from 'vitest';
import { wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, SUPERVISOR, signInOnce, startKeeper } from '../start/keeper.test-support.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { closing } from './day.test-support.ts';

const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });

async function dayOf(core: ScriptedCore) {
  const status = await core.call('getStatus', {});
  if (!status.ok) throw new Error(status.error.kind);
  return { ...status.value.counterDay, intake: status.value.intake.kind };
}

it('a supervisor packs up: what was set aside is erased and proven so, the day closes, and over a restart nobody new is served until one is opened', async () => {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder });
  await create(core);
  expect(await core.call('putAside', { fingerprints: null })).toEqual(done);
  const next = await nextCore(keeper, core);
  for (const call of [
    () => next.call('openDay', { blanks: 480 }),
    () => next.call('packUp', { applications: 1 }),
    () => next.call('closeDay', closing),
  ])
    expect(await call()).toEqual(refused('not-allowed'));
  await next.call('signIn', SUPERVISOR);
  expect(await next.call('openDay', { blanks: 480 })).toEqual(done);
  expect(await next.call('packUp', { applications: 1 })).toEqual(done);
  await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
  expect(await dayOf(next)).toMatchObject({
    ...{ isCounted: true, intake: 'packed-up' },
    packUp: { isDone: false, ended: 1, erasing: 0 },
  });
  const closed = await next.call('closeDay', closing);
  expect(closed.ok).toBe(true);
  expect(await dayOf(next)).toMatchObject({ open: null, packUp: { isDone: true } });
  const [opened, ...rest] = entriesOf(keeper).slice(-6);
  expect(opened).toMatchObject({ kind: 'day-opened' });
  expect(
    rest
      .slice(0, 2)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['erased', 'unsearched']);
  expect(rest.slice(2)).toMatchObject([
    { kind: 'day-closed', drawer: 'not-counted' },
    { kind: 'packed-up', applications: 1 },
    { kind: 'checkpoint-taken' },
  ]);
  await keeper.stop();

  const again = await startKeeper({ dataFolder, scripted: true });
  const later = await connectCore(again);
  await later.call('signIn', CLERK);
  expect(await later.call('create', {})).toEqual(refused('packed-up'));
  await later.call('signIn', SUPERVISOR);
  expect(await later.call('openDay', { blanks: 480 })).toEqual(done);
  expect(await dayOf(later)).toMatchObject({ packUp: null, intake: 'open' });
  expect((await later.call('create', {})).ok).toBe(true);
});

it('goes on after a restart that took a key, while another erasure comes to its end, and no disk is said to fail', async () => {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder });
  const erased = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  await create(next);
  const { vault, dayRows } = keeper.services;
  const [first] = keeper.services.staff.members();
  if (first === undefined) throw new Error('nobody works here');
  dayRows.beginPackUp(first.member);
  vault.beginWipe(erased.application, wipingAs('denied'), {
    ...{ counted: null, custody: 'memory', driver: 'virtual', day: '2026-11-24' },
  });
  await keeper.stop();

  const again = await startKeeper({ dataFolder, scripted: true });
  const { services } = again;
  // The row of the one that came to its end waits for its receipt to be signed, and keeps nobody from having packed up.
  expect([services.vault.open(), services.vault.wipes.all().length]).toEqual([[], 1]);
  expect(services.packing.status()).toMatchObject({ isDone: true, ended: 0 });
  expect(entriesOf(again).filter(({ kind }) => kind === 'forgotten')).toMatchObject([
    { applications: 1, cause: 'keeper-ended' },
  ]);
  expect(services.disk.fails()).toBe(false);
  await signInOnce(again);
  expect(services.vault.wipes.all()).toEqual([]);
});

/** A kiosk with one application set aside, a supervisor at it, and these acts of the wipe. */
async function oneSetAside(adjustActs: (acts: WipeActs) => WipeActs) {
  const policyPath = policyFile({ hold: { wipeBegun: 'stop' } });
  const { keeper, core } = await counter({ adjustActs, policyPath });
  const { application } = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  await next.call('signIn', SUPERVISOR);
  return { services: keeper.services, next, application };
}

function holdEverything({ holds }: Awaited<ReturnType<typeof oneSetAside>>['services']): void {
  holds.set({
    ...{ scope: 'all', reason: 'subpoena', since: 1, by: 'Marisol Tidewater', applications: [] },
  });
}

it('is packed up while a printer is off: record and key are proven gone, and what waits for the printer is told', async () => {
  const printer = { isOff: true };
  const { services, next, application } = await oneSetAside((acts) => ({
    ...acts,
    purgePrintSide: async (each) => (printer.isOff ? null : acts.purgePrintSide(each)),
  }));
  expect(await next.call('packUp', { applications: 1 })).toEqual(done);
  await until(() => expect(services.wipes.printSideOpen()).toBe(1));
  expect([services.vault.find(application), services.custody.has(application)]).toEqual([null, false]);
  expect(await dayOf(next)).toMatchObject({
    packUp: { isDone: true, ended: 1, open: 0, erasing: 0, stopped: 0 },
  });
  expect(await next.call('getStatus', {})).toMatchObject({ value: { printSideOpen: 1 } });
  // No day was open, so none was closed with a sheet: the one that is made now speaks for packing up.
  const made = await next.call('takeCheckpoint', { way: 'day-sheet' });
  if (!made.ok || made.value.sheet === null) throw new Error('no sheet');
  const head = services.ledger.head()?.sequence;
  // Its own entry stands between, and the roll of the key that it demands.
  expect([made.value.sheet.sequence, services.ledger.entryAt((head ?? 0) - 2)?.kind]).toEqual([
    head,
    'packed-up',
  ]);
  printer.isOff = false;
  await services.wipes.retry();
  await until(() => expect(services.vault.wipes.all()).toEqual([]));
});

it('is not packed up while an erasure is not proven; once a hold stops it, what remains is told', async () => {
  const { services, next, application } = await oneSetAside((acts) => ({
    ...acts,
    destroyKey: () => false,
    deleteRows: () => false,
  }));
  expect(await next.call('packUp', { applications: 1 })).toEqual(done);
  await until(() => expect(services.wipes.failure()).toMatchObject({ step: 'key-destroyed' }));
  expect(await dayOf(next)).toMatchObject({ packUp: { isDone: false, ended: 1, erasing: 1, stopped: 0 } });
  holdEverything(services);
  await services.wipes.retry();
  await until(async () =>
    expect(await dayOf(next)).toMatchObject({ packUp: { isDone: true, erasing: 0, stopped: 1 } }),
  );
  expect(services.custody.has(application)).toBe(true);
});

it('a hold that is lifted in a packed-up kiosk lets go of nothing: what it kept is ended and erased', async () => {
  const { services, next, application } = await oneSetAside((acts) => acts);
  holdEverything(services);
  expect(await next.call('packUp', { applications: 0 })).toEqual(done);
  expect(await dayOf(next)).toMatchObject({ packUp: { isDone: true, ended: 0, held: 1 } });
  for (const { identifier } of services.holds.all()) services.holds.lift(identifier);
  services.endingRound.now();
  await until(() => expect(services.vault.wipes.all()).toEqual([]));
  expect([services.vault.find(application), services.custody.has(application)]).toEqual([null, false]);
  expect(await dayOf(next)).toMatchObject({
    ...{ intake: 'packed-up' },
    packUp: { isDone: true, ended: 1, open: 0, erasing: 0, held: 0 },
  });
});

it('is not packed up by a hold while a key whose rows are gone is not destroyed: there is nothing to keep', async () => {
  const { services, next } = await oneSetAside((acts) => ({ ...acts, destroyKey: () => false }));
  expect(await next.call('packUp', { applications: 1 })).toEqual(done);
  await until(() => expect(services.wipes.failure()).toMatchObject({ step: 'key-destroyed' }));
  holdEverything(services);
  await services.wipes.retry();
  expect(services.wipes.failure()).toMatchObject({ step: 'key-destroyed' });
  expect(await dayOf(next)).toMatchObject({ packUp: { isDone: false, erasing: 1, stopped: 0 } });
});

it('prints the sheet that was made last, by its number, and no other', async () => {
  const { core } = await counter();
  await core.call('signIn', SUPERVISOR);
  expect(await core.call('printDaySheet', { sequence: 1 })).toEqual(refused('not-now'));
  const made = await core.call('takeCheckpoint', { way: 'day-sheet' });
  if (!made.ok || made.value.sheet === null) throw new Error('no sheet');
  const { sequence, paper } = made.value.sheet;
  expect(paper.rows.map(({ label }) => label)).not.toContain('Blanks');
  expect(await core.call('printDaySheet', { sequence: sequence + 1 })).toEqual(refused('not-now'));
  // Known, and all that is missing is a printer.
  expect(await core.call('printDaySheet', { sequence })).toEqual(refused('no-ordinary-printer'));
  await core.call('openDay', { blanks: 480 });
  const open = await core.call('takeCheckpoint', { way: 'day-sheet' });
  expect(JSON.stringify(open)).toContain('480 at opening');
});

it('counts a test card as it is ordered, whether anybody confirms it or not', async () => {
  const { keeper, core } = await counter();
  await core.call('signIn', SUPERVISOR);
  await core.call('printTestCard', {});
  await until(() => expect(keeper.services.testCard.isUnderWay()).toBe(false));
  await core.call('openDay', { blanks: 480 });
  await core.call('printTestCard', {});
  await until(() => expect(keeper.services.testCard.isUnderWay()).toBe(false));
  expect(await core.call('dayFigures', {})).toMatchObject({
    value: { blanks: { testCards: 1, expected: 479 } },
  });
});
