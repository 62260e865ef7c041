import { describe, expect, it } from 'vitest';
import { type TestClock, testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { LOCK_OUT_AFTER } from '../staff/wait-after-wrong-passphrase.ts';
import { CLERK, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  photograph,
  print,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Ten in the morning of Tuesday 24 November 2026. */
const TEN = Date.UTC(2026, 10, 24, 10);

interface Kiosk {
  readonly clock: TestClock;
  readonly dataFolder: string;
}

/** A kiosk that had one application open (sealed) when it was switched off. */
async function switchedOff(): Promise<Kiosk> {
  const kiosk = { clock: testClock({ now: TEN }), dataFolder: workingFolder() };
  const { keeper, core } = await counter({ ...kiosk, custody: 'sealed' });
  await create(core);
  kiosk.clock.advance(HOUR);
  keeper.services.expiry.check();
  await keeper.stop();
  return kiosk;
}

/** It is switched on again, and nobody is signed in. */
async function switchedOn(
  kiosk: Kiosk,
  how: Parameters<TestClock['reboot']>[0],
): Promise<{ keeper: RunningKeeper; core: ScriptedCore }> {
  kiosk.clock.reboot(how);
  const keeper = await startKeeper({ scripted: true, ...kiosk });
  return { keeper, core: await connectCore(keeper) };
}

async function statusOf(core: ScriptedCore) {
  const status = await core.call('getStatus', {});
  if (!status.ok) throw new Error(status.error.kind);
  return status.value;
}

const unconfirmed = { ok: false, error: { kind: 'date-unconfirmed' } };
const refused = (kind: string) => ({ ok: false, error: { kind } });

describe('a kiosk that is switched on', () => {
  it.each([
    ['a month ahead', 30 * DAY, 'ahead', { year: 2026, month: 12, day: 24 }],
    ['a year back', -365 * DAY, 'behind', { year: 2025, month: 11, day: 24 }],
  ])(
    'with a clock %s asks for the date, and nothing is issued or expires by it',
    async (_, moved, doubt, shown) => {
      const kiosk = await switchedOff();
      const { keeper, core } = await switchedOn(kiosk, { offMilliseconds: 4 * HOUR, wallMovedBy: moved });
      const { time, vault } = keeper.services;
      await core.call('signIn', CLERK);
      expect(await statusOf(core)).toMatchObject({
        dateQuestion: { doubt, shown },
        today: { year: 2026, month: 11, day: 24 },
        inProgress: [{ ticket: 1 }],
      });
      expect(await core.call('create', {})).toEqual(unconfirmed);
      keeper.services.expiry.check();
      expect(vault.open()).toHaveLength(1);
      // A clerk may not answer, nobody may answer for another day, and every answer is about a date that was read.
      expect(await core.call('confirmDate', { shown })).toEqual(refused('not-allowed'));
      await core.call('signIn', SUPERVISOR);
      expect(await core.call('confirmDate', { shown: { ...shown, day: 1 } })).toEqual(refused('not-now'));
      const hours = time.now().elapsed;
      expect(await core.call('confirmDate', { shown })).toEqual({ ok: true, value: {} });
      expect(await core.call('confirmDate', { shown })).toEqual(refused('not-now'));
      expect(await statusOf(core)).toMatchObject({ dateQuestion: null, today: shown });
      const entry = entriesOf(keeper).find(({ kind }) => kind === 'date-confirmed');
      expect(entry).toMatchObject({ doubt, utc: new Date(kiosk.clock.now()).toISOString() });
      // What the confirmed date brings to its end, ends now; a clock that went back tells of no time.
      const isLater = doubt === 'ahead';
      expect(time.now().elapsed - hours).toBe(isLater ? 30 * DAY + 4 * HOUR : 0);
      await until(() => expect(vault.open()).toHaveLength(isLater ? 0 : 1));
      if (isLater) {
        await until(() =>
          expect(entriesOf(keeper)).toContainEqual(
            expect.objectContaining({ kind: 'erased', outcome: 'expired' }),
          ),
        );
      }
      await until(() => expect(keeper.services.wipes.busy()).toBe(false));
      await create(core);
    },
  );

  it('asks nobody after a night of sixteen hours, and what was open is of the day before', async () => {
    const kiosk = await switchedOff();
    const { keeper, core } = await switchedOn(kiosk, { offMilliseconds: 16 * HOUR, wallMovedBy: 0 });
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    await core.call('signIn', CLERK);
    expect(await statusOf(core)).toMatchObject({ dateQuestion: null, today: { day: 25 } });
    await until(() => expect(keeper.services.wipes.busy()).toBe(false));
    await create(core);
  });

  it('goes on by itself when the clock is set right, with the time that it was off', async () => {
    const kiosk = await switchedOff();
    const { keeper, core } = await switchedOn(kiosk, { offMilliseconds: 4 * HOUR, wallMovedBy: 30 * DAY });
    await core.call('signIn', CLERK);
    expect(await core.call('create', {})).toEqual(unconfirmed);
    kiosk.clock.moveClock(-30 * DAY);
    expect(await statusOf(core)).toMatchObject({ dateQuestion: null, inProgress: [{ minutes: 300 }] });
    await create(core);
    expect(entriesOf(keeper).filter(({ kind }) => kind === 'date-confirmed')).toEqual([]);
  });

  it('ends what is open by the hours that really ran while the date is in doubt, and lets it be opened until then', async () => {
    const kiosk = await switchedOff();
    const { keeper, core } = await switchedOn(kiosk, { offMilliseconds: 4 * HOUR, wallMovedBy: -365 * DAY });
    const { vault, time } = keeper.services;
    await core.call('signIn', CLERK);
    const [waiting] = (await statusOf(core)).inProgress;
    if (waiting === undefined) throw new Error('nothing is open');
    expect(await core.call('open', { by: 'ticket', ticket: waiting.ticket })).toMatchObject({ ok: true });
    await core.call('putAside', { fingerprints: null });
    await nextCore(keeper, core);
    // One of the eight hours ran before it was switched off.
    kiosk.clock.advance(7 * HOUR - 60_000);
    keeper.services.expiry.check();
    expect(vault.open()).toHaveLength(1);
    kiosk.clock.advance(60_000);
    keeper.services.expiry.check();
    await until(() => expect(vault.open()).toEqual([]));
    expect(time.doubt()).toBe('behind');
  });

  it('keeps a lock-out where the clock was set forward meanwhile', async () => {
    const kiosk = { clock: testClock({ now: TEN }), dataFolder: workingFolder() };
    const { keeper, core } = await counter({ ...kiosk, custody: 'sealed' });
    await core.call('signOut', {});
    for (let wrong = 0; wrong < LOCK_OUT_AFTER; wrong += 1) {
      await core.call('signIn', { ...CLERK, passphrase: 'not this one' });
      kiosk.clock.advance(5 * 60_000);
    }
    keeper.services.expiry.check();
    expect(await core.call('signIn', CLERK)).toMatchObject({ error: { kind: 'locked-out' } });
    await keeper.stop();
    const after = await switchedOn(kiosk, { offMilliseconds: 60_000, wallMovedBy: 30 * DAY });
    expect(await after.core.call('signIn', CLERK)).toMatchObject({ error: { kind: 'locked-out' } });
    // The control: an hour that was really lived through ends it.
    kiosk.clock.advance(HOUR);
    expect(await after.core.call('signIn', CLERK)).toEqual({ ok: true, value: {} });
  });
});

describe('a clock that is set while the kiosk runs', () => {
  it('makes no card; the application is put aside, or ended, and the right clock lets it go on', async () => {
    const clock = testClock({ now: TEN });
    const { keeper, core } = await counter({ clock });
    const opened = await create(core);
    await photograph(core, opened);
    clock.moveClock(30 * DAY);
    const before = keeper.services.vault.find(opened.application);
    expect(await print(core, opened)).toEqual(unconfirmed);
    expect(keeper.services.vault.find(opened.application)).toEqual(before);
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    expect(await next.call('open', { by: 'ticket', ticket: opened.ticket })).toMatchObject({ ok: true });
    expect(await next.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    await next.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    const erased = () => entriesOf(keeper).filter(({ kind }) => kind === 'erased');
    await until(() => expect(erased()).toHaveLength(1));
    // Dated by the day that the kiosk knows, and no other.
    expect(erased()).toMatchObject([{ day: '2026-11-24' }]);
  });
});
