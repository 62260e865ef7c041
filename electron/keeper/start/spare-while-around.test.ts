import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { NINE, refused, selfService } from '../residents/residents.test-support.ts';
import { readRecordedSessions } from '../sessions/recorded-sessions.ts';
import type { Session } from '../sessions/session.ts';
import { isAlive, until } from '../sessions/sessions.test-support.ts';
import { CLERK, type KeeperOptions, startKeeper } from './keeper.test-support.ts';
import { runLater } from './keeper-parts.ts';
import type { RunningKeeper } from './run-keeper.ts';
import { connectCore, counter, create, nextCore, photograph, print } from './scripted-core.test-support.ts';
import { idleWorker } from './workers.test-support.ts';

const TEN_MINUTES = 10 * 60_000;
/** The keeper's rounds, and how often it looks whether the screen is idle: here a test makes them, or nobody does. */
const [HALF_A_MINUTE, IDLE_WATCH] = [30_000, 2_000];

/** Real sessions, by a clock and with rounds that the test makes. */
function byHand(): KeeperOptions & {
  readonly round: () => void;
  readonly clock: ReturnType<typeof testClock>;
} {
  const due: { round: () => unknown } = { round: () => undefined };
  return {
    sessions: 'processes',
    clock: testClock({ now: NINE }),
    later(milliseconds, run, closing) {
      if (milliseconds === HALF_A_MINUTE) due.round = run;
      else if (milliseconds !== IDLE_WATCH) runLater(milliseconds, run, closing);
    },
    round: () => void due.round(),
  };
}

/** How many sessions live, by the record, once all is done that is put off. */
async function living({ services: { facts } }: RunningKeeper): Promise<number> {
  await soon();
  await soon();
  const [dataFolder = ''] = facts.searchRoots;
  return readRecordedSessions(join(dataFolder, 'sessions.json'))?.sessions.length ?? 0;
}

/** The spare, once it is painted. */
async function spareOf({ services: { pool } }: RunningKeeper): Promise<Session> {
  await until(() => expect(pool.awake()).toHaveLength(2));
  const [, spare] = pool.awake();
  if (spare === undefined) throw new Error('there is no spare');
  return spare;
}

it('a kiosk that has started has one session, until somebody does something there, and be it a wrong passphrase', async () => {
  const keeper = await startKeeper({ scripted: true, ...byHand() });
  const core = await connectCore(keeper);
  await core.call('policy', {});
  expect(await living(keeper)).toBe(1);
  expect(await core.call('signIn', CLERK)).toMatchObject({ ok: false });
  expect(await living(keeper)).toBe(2);
  await spareOf(keeper);
});

it('ten minutes after the last touch the spare is ended, by itself and to the end, and the next touch brings another', async () => {
  const hands = byHand();
  const { keeper, core } = await counter(hands);
  const { pool, occupants, endings } = keeper.services;
  const spare = await spareOf(keeper);
  await connectCore(keeper, spare);
  expect(occupants.has(spare.token)).toBe(true);
  await core.call('reportActivity', {});
  hands.clock.advance(TEN_MINUTES - 1);
  hands.round();
  expect([await living(keeper), pool.awake()[1]]).toEqual([2, spare]);
  hands.clock.advance(1);
  hands.round();
  await until(() => expect(pool.withToken(spare.token)).toBeNull());
  expect([isAlive(spare), await living(keeper), [...occupants.keys()]]).toEqual([
    ...[false, 1],
    [core.session.token],
  ]);
  // Nobody is told of a session that was replaced: none was.
  expect([pool.shown(), endings.shown().kind]).toEqual([core.session, 'none']);
  // The screen has locked meanwhile: what is touched stays shut, and somebody is there all the same.
  expect(await core.call('reportActivity', {})).toEqual(refused('not-allowed'));
  expect(await spareOf(keeper)).not.toBe(spare);
});

it('it stays while somebody’s application is open on the screen, and goes where one only waits', async () => {
  const hands = byHand();
  const { keeper, core } = await counter(hands);
  const spare = await spareOf(keeper);
  await create(core);
  hands.clock.advance(TEN_MINUTES);
  hands.round();
  expect([await living(keeper), keeper.services.pool.awake()[1]]).toEqual([2, spare]);
  await core.call('signIn', CLERK);
  await core.call('putAside', { fingerprints: null });
  await nextCore(keeper, core);
  await spareOf(keeper);
  hands.clock.advance(TEN_MINUTES);
  hands.round();
  await until(async () => expect(await living(keeper)).toBe(1));
});

it('it stays while a card is made, also with nobody before the screen', async () => {
  const hands = byHand();
  const { keeper, core } = await counter({ ...hands, workerPath: idleWorker });
  const opened = await create(core);
  await photograph(core, opened);
  expect(await print(core, opened)).toMatchObject({ ok: true });
  await core.call('putAside', { fingerprints: null });
  await nextCore(keeper, core);
  const spare = await spareOf(keeper);
  hands.clock.advance(TEN_MINUTES);
  hands.round();
  expect(keeper.services.jobs.isRunning(opened.application)).toBe(true);
  expect([await living(keeper), keeper.services.pool.awake()[1]]).toEqual([2, spare]);
});

it('a resident’s touch on the start screen of self-service is heard, before anything is begun there', async () => {
  const hands = byHand();
  const { keeper, core } = await selfService(hands);
  await spareOf(keeper);
  hands.clock.advance(TEN_MINUTES);
  hands.round();
  await until(async () => expect(await living(keeper)).toBe(1));
  expect(await core.call('reportActivity', {})).toMatchObject({ ok: true });
  await spareOf(keeper);
});
