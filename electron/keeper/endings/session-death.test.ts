import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstOf, long } from '../../../tests/support/sample.ts';
import { testClock } from '../clock.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import type { Session } from '../sessions/session.ts';
import { fakeLaunch, shownOf, until } from '../sessions/sessions.test-support.ts';
import { standInSession } from '../sessions/stand-in-pool.test-support.ts';
import { fillIn, openCounter, PERSON, pageOf } from '../start/keeper.test-support.ts';
import { runLater } from '../start/keeper-parts.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';

describe('a session that dies', () => {
  // Also held by one that hangs, below, and end to end (tests/e2e/watchdog.e2e.ts).
  long('in the middle of an application loses nothing: the next one opens it by itself', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    const { ticket, answers } = await page.application();
    process.kill(page.session.pid, 'SIGKILL');
    await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid));
    expect(livingProcessesOf(page.session.pid)).toEqual([]);
    const next = await pageOf(keeper);
    await until(async () =>
      expect(await next.status()).toMatchObject({
        ...{ lastEnding: { kind: 'replaced' }, openNext: ticket, shown: true },
      }),
    );
    await next.does('openApplication', { ticket });
    expect(await next.application()).toMatchObject({ answers, state: 'photographed', hasPhoto: true });
    expect((await next.application()).answers.name).toBe(PERSON.name);
    expect(await next.status()).toMatchObject({ openNext: null, lastEnding: { kind: 'none' } });
    // The spare is told of no application: it is not its turn.
    expect(keeper.services.vault.open()).toHaveLength(1);
  });

  it('without an application is replaced, and nothing is offered', async () => {
    const { keeper, page } = await openCounter();
    process.kill(page.session.pid, 'SIGKILL');
    await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid));
    const next = await pageOf(keeper);
    expect(await next.status()).toMatchObject({ openNext: null, staff: { role: 'clerk' } });
  });

  it('with its core takes the core along, and the other way round', async () => {
    const { keeper, page } = await openCounter();
    const [core] = livingProcessesOf(page.session.pid).filter(({ pid }) => pid !== page.session.pid);
    if (core === undefined) throw new Error('no core');
    process.kill(core.pid, 'SIGKILL');
    await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid));
    expect(livingProcessesOf(page.session.pid)).toEqual([]);
  });

  it('is not believed to be gone: a wipe whose session cannot be ended does not end', async () => {
    let hold = true;
    const { keeper, page } = await openCounter({
      adjustActs: (acts): WipeActs => ({
        ...acts,
        endSession: async (application) => (hold ? null : acts.endSession(application)),
      }),
    });
    const { services } = keeper;
    await fillIn(page);
    await page.does('endWithoutCard', { outcome: 'withdrawn' });
    await until(() => expect(services.wipes.failure()?.step).toBe('session-ended'));
    // All else has ended already; the core waits for its end.
    await until(() => expect(livingProcessesOf(page.session.pid)).toHaveLength(1));
    for (const { pid } of livingProcessesOf(page.session.pid)) process.kill(pid, 'SIGKILL');
    await until(() => expect(livingProcessesOf(page.session.pid)).toEqual([]));
    await services.wipes.retry();
    expect(services.endings.shown().kind).toBe('erasing');
    hold = false;
    await services.wipes.retry();
    expect(services.endings.shown().kind).toBe('ended');
  });
});

describe('a session that hangs', () => {
  /** A counter whose watch over the sessions goes by the test: `round` is over once all others have answered. */
  async function watchedCounter(log: readonly string[]) {
    const clock = testClock({ now: Date.now() });
    let due: (() => unknown) | null = null;
    const counter = await openCounter({
      clock,
      log,
      watched: true,
      later(milliseconds, run, closing) {
        if (milliseconds === 5_000) due = run;
        else runLater(milliseconds, run, closing);
      },
    });
    const { pool } = counter.keeper.services;
    async function round(hanging: Session): Promise<void> {
      const before = pool.awake().map((session) => ({ session, answers: session.answers() }));
      clock.advance(5_000);
      due?.();
      for (const { session, answers } of before) {
        if (session !== hanging) await until(() => expect(session.answers()).toBeGreaterThan(answers));
      }
    }
    return { ...counter, pool, round };
  }

  const HANGING = [
    ['its page alone', 'SIGUSR2'],
    ['its main process, stopped', 'SIGSTOP'],
  ] as const;
  it.each(firstOf(HANGING, 1))(
    'on the screen (%s) is replaced, and nothing is lost',
    async (_what, signal) => {
      const log: string[] = [];
      const { keeper, page, pool, round } = await watchedCounter(log);
      const { session } = page;
      const which = `The session on the screen (process ${session.pid})`;
      log.push(
        `${which} is slow to answer.`,
        `${which} does not answer. It is ended like one that died, and another takes its place.`,
      );
      await fillIn(page);
      const { ticket } = await page.application();
      await until(() => expect(pool.awake()).toHaveLength(2));
      // Of nobody, so that all are waited for: the first question has been answered.
      await round(standInSession(fakeLaunch()));
      process.kill(session.pid, signal);
      if (signal === 'SIGUSR2')
        await until(() => expect(existsSync(join(session.folder.path, 'hangs'))).toBe(true));
      for (let times = 0; times < 4; times += 1) await round(session);
      // Nothing else finds it out: it lives, and is on the screen.
      expect([shownOf(pool).pid, livingProcessesOf(session.pid).length > 0]).toEqual([session.pid, true]);
      await round(session);
      await until(() => expect(shownOf(pool).pid).not.toBe(session.pid));
      expect(livingProcessesOf(session.pid)).toEqual([]);
      const next = await pageOf(keeper);
      // A spare is told that it is shown now a moment after it is.
      await until(async () =>
        expect(await next.status()).toMatchObject({ lastEnding: { kind: 'replaced' }, openNext: ticket }),
      );
      await next.does('openApplication', { ticket });
      expect((await next.application()).answers.name).toBe(PERSON.name);
    },
  );

  it('only in its core is waited for: that one may be searching', async () => {
    const { page, pool, round } = await watchedCounter([]);
    const [core] = livingProcessesOf(page.session.pid).filter(({ pid }) => pid !== page.session.pid);
    if (core === undefined) throw new Error('no core');
    await until(() => expect(pool.awake()).toHaveLength(2));
    process.kill(core.pid, 'SIGSTOP');
    const nobody = standInSession(fakeLaunch());
    for (let times = 0; times < 10; times += 1) await round(nobody);
    expect(shownOf(pool)).toBe(page.session);
    process.kill(core.pid, 'SIGCONT');
  });
});

it('a session on the screen that dies while another is being erased does not open the way to "start"', async () => {
  let hold = true;
  const { keeper, page } = await openCounter({
    adjustActs: (acts): WipeActs => ({
      ...acts,
      removeFolder: (application) => !hold && acts.removeFolder(application),
    }),
  });
  const { services } = keeper;
  await fillIn(page);
  await page.does('endWithoutCard', { outcome: 'withdrawn' });
  await until(() => expect(services.wipes.failure()?.step).toBe('folder-removed'));
  const second = await pageOf(keeper);
  process.kill(second.session.pid, 'SIGKILL');
  await until(() => expect(shownOf(services.pool).pid).not.toBe(second.session.pid));
  const third = await pageOf(keeper);
  expect((await third.status()).lastEnding.kind).toBe('erasing');
  expect(await third.call('startApplication', {})).toMatchObject({ ok: false });
  hold = false;
  await third.does('retryWipe', {});
  await until(() => expect(services.endings.shown().kind).toBe('ended'));
  await third.does('startApplication', {});
});
