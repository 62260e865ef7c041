import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { buildExpiry } from '../start/half-minute-round.ts';
import { CLERK, fillIn, openCounter, pageOf } from '../start/keeper.test-support.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const HOUR = 3_600_000;

describe('expiry', () => {
  it('ends an open application after eight hours with nobody signed in', async () => {
    const clock = testClock({ now: NINE });
    const { keeper, core } = await counter({ clock });
    const { application } = await create(core);
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    await next.call('signOut', {});
    clock.advance(8 * HOUR - 2 * 60_000);
    keeper.services.expiry.check();
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    expect(await next.call('getStatus', {})).toMatchObject({ value: { inProgress: [{ minutesLeft: 2 }] } });
    clock.advance(2 * 60_000);
    keeper.services.expiry.check();
    await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    expect(keeper.services.vault.open()).toEqual([]);
    // It said until then that the ticket was put aside, and that nothing was lost.
    expect(keeper.services.endings.shown()).toEqual({ kind: 'none' });
    expect(keeper.services.custody.has(application)).toBe(false);
    expect(entriesOf(keeper).slice(-2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'erased', outcome: 'expired' }),
        expect.objectContaining({ kind: 'unsearched' }),
      ]),
    );
    // No card was under way: nobody has to look anywhere.
    expect(keeper.services.trayChecks.pending()).toBeNull();
  });

  it('is not fooled by a clock that is set forward or back, and the ledger has the jump', async () => {
    const clock = testClock({ now: NINE });
    const { keeper, core } = await counter({ clock });
    const { application } = await create(core);
    clock.advance(60_000);
    clock.moveClock(30 * HOUR);
    keeper.services.expiry.check();
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    clock.moveClock(-60 * HOUR);
    keeper.services.expiry.check();
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    keeper.services.outbox.flush();
    const jumps = entriesOf(keeper).filter(({ kind }) => kind === 'clock-moved');
    expect(jumps).toMatchObject([
      { direction: 'forward', minutes: 1800 },
      { direction: 'back', minutes: 3600 },
    ]);
    clock.advance(8 * HOUR);
    keeper.services.expiry.check();
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.find(application)).toBeNull());
  });

  it('tells nobody that the disk fails, for an entry about the clock that it could write at once', async () => {
    const clock = testClock({ now: NINE });
    const { keeper } = await counter({ clock });
    const { services } = keeper;
    let round = (): void => undefined;
    const expiry = buildExpiry({
      ...services,
      diskLog: { failed: () => undefined, recovered: () => undefined, space: () => undefined },
      later(_, run) {
        round = run;
      },
    });
    const jumps = () => entriesOf(keeper).filter(({ kind }) => kind === 'clock-moved');
    clock.moveClock(30 * HOUR);
    expiry.start();
    expect([services.disk.fails(), jumps().length]).toEqual([false, 1]);
    clock.moveClock(-60 * HOUR);
    round();
    expect([services.disk.fails(), jumps().length]).toEqual([false, 2]);
    clock.moveClock(90 * HOUR);
    expiry.check();
    expect([services.disk.fails(), jumps().length]).toEqual([false, 3]);
  });

  it('of one that is open in a session is searched for by that session, and the next person is served', async () => {
    const clock = testClock({ now: Date.now() });
    const { keeper, page } = await openCounter({ clock });
    await fillIn(page);
    clock.advance(8 * HOUR);
    // Somebody is at the kiosk: without that the screen would have locked long ago, which changes nothing here.
    keeper.services.expiry.check();
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.endings.shown()).toMatchObject({
      receipt: { erased: { outcome: 'expired', search: { kind: 'searched', hits: 0 } } },
    });
    expect(keeper.services.vault.open()).toEqual([]);
    const next = await pageOf(keeper);
    expect(next.session.pid).not.toBe(page.session.pid);
  });

  it('of a printed one counts its card as not collected and asks for the tray', async () => {
    const clock = testClock({ now: Date.now() });
    const { keeper, core } = await counter({ clock });
    const { application } = await create(core);
    keeper.services.vault.setState(application, reached({ kind: 'printed' }));
    clock.advance(8 * HOUR);
    keeper.services.expiry.check();
    // The session hears of it, searches, and another takes its place.
    await until(() => expect(core.events.map(({ kind }) => kind)).toContain('ended'));
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.trayChecks.pending()).toEqual({ cause: 'expired', applications: 1, cards: 1 });
    expect(keeper.services.countsSoFar.of(clock.today())).toEqual({ issued: 0, spoiled: 1, wiped: 1 });
    const next = await nextCore(keeper, core);
    await next.call('signIn', CLERK);
    expect(await next.call('create', {})).toEqual({ ok: false, error: { kind: 'tray-unchecked' } });
    await next.call('confirmTray', {});
    await create(next);
  });

  it('touches nothing that a hold keeps, and ends it when the hold is lifted', async () => {
    const clock = testClock({ now: NINE });
    const { keeper, core } = await counter({ clock });
    const { application } = await create(core);
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    await next.call('signIn', { name: 'Marisol Tidewater', passphrase: 'copper lantern orbit thimble' });
    await next.call('setHold', { reason: 'subpoena', tickets: null });
    clock.advance(100 * HOUR);
    keeper.services.expiry.check();
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    for (const { identifier } of keeper.services.holds.all()) keeper.services.holds.lift(identifier);
    keeper.services.expiry.check();
    await until(() => expect(keeper.services.vault.find(application)).toBeNull());
    expect(keeper.services.custody.has(application)).toBe(false);
  });

  it('that the disk does not take is told, tried again, and counts its card once', async () => {
    const clock = testClock({ now: NINE });
    const { keeper, core } = await counter({
      ...{ clock, custody: 'sealed' },
      log: ['defect in expiry: SqliteError: no room'],
    });
    const { services } = keeper;
    const { application } = await create(core);
    await core.call('putAside', { fingerprints: null });
    await nextCore(keeper, core);
    services.vault.setState(application, reached({ kind: 'printed' }));
    // After everything else that ends it was written, so that a disk that is full takes back all of it.
    services.vault.database.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON wipe BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    clock.advance(8 * HOUR);
    for (const _ of [1, 2]) {
      services.expiry.check();
      expect(services.unwritten.has('expiry')).toBe(true);
      expect(services.vault.find(application)?.state).toBe('printed');
      expect(services.trayChecks.pending()).toBeNull();
      expect(services.outbox.waiting()).toBe(0);
    }
    services.vault.database.exec('DROP TRIGGER full');
    services.expiry.check();
    await until(() => expect(services.vault.wipes.all()).toEqual([]));
    expect(services.trayChecks.pending()).toEqual({ cause: 'expired', applications: 1, cards: 1 });
    expect(services.countsSoFar.of(clock.today())).toEqual({ issued: 0, spoiled: 1, wiped: 1 });
  });
});
