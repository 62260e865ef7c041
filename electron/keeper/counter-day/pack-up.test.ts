import { expect, it } from 'vitest';
import { stateText } from '../../../shared/application/lifecycle.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { wipingApplication } from '../vault/vault.test-support.ts';
import { closing, dayStage } from './day.test-support.ts';

const done = { ok: true, value: {} };
const refused = (why: string) => ({ ok: false, error: { kind: 'day-refused', why } });

it('ends what is open, closes with the day, and serves nobody until a day is opened', () => {
  const on = dayStage();
  on.calls.openDay({ blanks: 480 });
  const ids = [on.applicationIn({ kind: 'draft' }), on.applicationIn({ kind: 'ready' })];
  expect(on.calls.packUp({ applications: 2 })).toEqual(done);
  expect(on.calledOff).toEqual(ids);
  expect(on.packing.status()).toMatchObject({ isDone: false, ended: 2, printing: 0, held: 0 });
  expect(on.packing.isOn()).toBe(true);
  expect(on.calls.packUp({ applications: 0 })).toEqual(refused('already-packed-up'));
  expect(on.calls.closeDay(closing)).toMatchObject({ ok: true });
  expect(on.packing.status()).toMatchObject({ isDone: true });
  // The sheet of that day speaks for this entry as well.
  expect(on.entries().slice(-3)).toMatchObject([
    { kind: 'day-closed' },
    { kind: 'packed-up', applications: 2 },
    { kind: 'checkpoint-taken' },
  ]);
  expect(on.daySheets.last()?.sequence).toBe(on.ledger.head()?.sequence);
  expect(on.packing.isOn()).toBe(true);
  on.packing.goOn();
  expect(on.entries().filter(({ kind }) => kind === 'packed-up')).toHaveLength(1);
  expect(on.calls.openDay({ blanks: 480 })).toEqual(done);
  expect([on.packing.isOn(), on.packing.status()]).toEqual([false, null]);
});

it('ends nothing where another number is open than was asked about', () => {
  const on = dayStage();
  on.applicationIn({ kind: 'draft' });
  expect(on.calls.packUp({ applications: 0 })).toEqual(refused('figures-changed'));
  expect([on.calledOff, on.packing.isOn()]).toEqual([[], false]);
});

it('leaves what a hold keeps, waits for a card that is being printed, and for every erasure', () => {
  const on = dayStage();
  const held = on.applicationIn({ kind: 'checked' });
  const printing = on.applicationIn({ kind: 'printing', card: 'expected' });
  on.holds.set({
    ...{ scope: 'tickets', reason: 'subpoena', since: 1, by: 'Marisol Tidewater' },
    applications: [held],
  });
  expect(on.calls.packUp({ applications: 1 })).toEqual(done);
  expect([on.calledOff, on.packing.status()]).toEqual([
    [],
    { isDone: false, ended: 0, open: 0, erasing: 0, printing: 1, stopped: 0, held: 1, printJobs: 0 },
  ]);
  on.vault.database
    .prepare('UPDATE application SET state = ? WHERE id = ?')
    .run(stateText({ kind: 'printed' }), printing);
  on.is.erasing = true;
  on.packing.goOn();
  expect([on.calledOff, on.packing.status()?.isDone]).toEqual([[printing], false]);
  on.is.erasing = false;
  on.packing.goOn();
  expect(on.packing.status()).toMatchObject({ isDone: true, ended: 1, held: 1 });
  expect(on.vault.open().map(({ id }) => id)).toEqual([held]);
});

it('tells what a printer may still have of nobody who is here', () => {
  const on = dayStage();
  const name = jobId.parse('0f'.repeat(16));
  on.jobRows.beginSlip({ name, printer: ORDINARY_PRINTER });
  expect(on.calls.packUp({ applications: 0 })).toEqual(done);
  expect(on.packing.status()).toMatchObject({ isDone: true, printJobs: 1 });
  for (const { owner } of on.jobRows.orphans()) on.jobRows.remove(owner);
  expect(on.packing.status()).toMatchObject({ isDone: true, printJobs: 0 });
});

it('goes on after a restart; what the disk does not take is told, keeps nothing else open, and keeps the day open', () => {
  const before = dayStage();
  before.calls.openDay({ blanks: 480 });
  const [stuck, other] = [before.applicationIn({ kind: 'draft' }), before.applicationIn({ kind: 'draft' })];
  before.failing.add(stuck);
  expect(before.calls.packUp({ applications: 2 })).toEqual(done);
  expect([before.calledOff, before.failed]).toEqual([[other], ['Error: disk full']]);
  expect(before.packing.status()).toMatchObject({ isDone: false, ended: 1, open: 1 });
  expect(before.calls.closeDay(closing)).toEqual(refused('still-open'));
  before.dayRows.close();
  const next = dayStage(before.vault);
  expect(next.packing.isOn()).toBe(true);
  next.packing.goOn();
  expect([next.calledOff.length, next.packing.status()?.isDone]).toEqual([1, true]);
});

it('says how many erasures are not proven, whatever ended those applications', () => {
  const on = dayStage();
  on.is.erasing = true;
  on.calls.packUp({ applications: 0 });
  wipingApplication(on.vault, 'called-off');
  wipingApplication(on.vault, 'issued');
  expect(on.packing.status()).toMatchObject({ erasing: 2, isDone: false });
});

it('goes on once it is packed up: what a hold kept ends when that is lifted, and nothing is entered twice', () => {
  const on = dayStage();
  const [held, stuck] = [on.applicationIn({ kind: 'checked' }), on.applicationIn({ kind: 'draft' })];
  const printing = on.applicationIn({ kind: 'printing', card: 'expected' });
  const hold = on.holds.set({
    ...{ scope: 'all', reason: 'subpoena', since: 1, by: 'Marisol Tidewater' },
    applications: [held, stuck, printing],
  });
  on.failing.add(stuck);
  on.calls.packUp({ applications: 0 });
  expect(on.packing.status()).toMatchObject({ isDone: true, ended: 0, open: 0, held: 3 });
  on.packing.goOn();
  expect(on.calledOff).toEqual([]);
  on.holds.lift(hold);
  on.packing.goOn();
  expect(on.calledOff).toEqual([held]);
  expect(on.packing.status()).toMatchObject({ isDone: true, ended: 1, open: 1, printing: 1, held: 0 });
  on.failing.clear();
  on.vault.database
    .prepare('UPDATE application SET state = ? WHERE id = ?')
    .run(stateText({ kind: 'printed' }), printing);
  on.packing.goOn();
  expect(on.calledOff).toEqual([held, stuck, printing]);
  expect(on.packing.status()).toMatchObject({ isDone: true, ended: 3, open: 0, printing: 0 });
  expect(on.entries().filter(({ kind }) => kind === 'packed-up')).toHaveLength(1);
});

it('lets what rests go before it is packed up, and later what came to rest, once no erasure waits', () => {
  const on = dayStage();
  const ended = (): void => on.outbox.record(({ day }) => ({ kind: 'erased', day, outcome: 'issued' }));
  on.calls.packUp({ applications: 0 });
  expect(on.packing.status()?.isDone).toBe(true);
  // A printer that was off has answered, and another one is still to.
  const waiting = wipingApplication(on.vault, 'issued');
  ended();
  on.packing.goOn();
  expect(on.outbox.resting()).toHaveLength(1);
  on.vault.wipes.remove(on.vault.wipes.of(waiting).id);
  ended();
  on.packing.goOn();
  expect(on.outbox.resting()).toEqual([]);
  expect(on.written().map(({ kind }) => kind)).toEqual(['packed-up', 'erased', 'erased']);
});

it('has them before the entry that it is packed up: a power cut behind that leaves none of them behind', () => {
  const on = dayStage();
  on.outbox.record(({ day }) => ({ kind: 'erased', day, outcome: 'issued' }));
  on.calls.packUp({ applications: 0 });
  expect(on.written().map(({ kind }) => kind)).toEqual(['erased', 'packed-up']);
});

it('ends nothing of a hold that is lifted once a day is open again', () => {
  const on = dayStage();
  const held = on.applicationIn({ kind: 'checked' });
  const hold = on.holds.set({
    ...{ scope: 'all', reason: 'subpoena', since: 1, by: 'Marisol Tidewater' },
    applications: [held],
  });
  on.calls.packUp({ applications: 0 });
  on.calls.openDay({ blanks: 480 });
  on.holds.lift(hold);
  on.packing.goOn();
  expect([on.calledOff, on.vault.open().length]).toEqual([[], 1]);
});
