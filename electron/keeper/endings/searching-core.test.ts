import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { long } from '../../../tests/support/sample.ts';
import { commandOf, livingProcessesOf } from '../sessions/processes.ts';
import type { Session } from '../sessions/session.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import { fillIn, openCounter, pageOf } from '../start/keeper.test-support.ts';
import { program } from '../start/keeper-programs.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, create } from '../start/scripted-core.test-support.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

function coreOf(session: Session): number {
  const [core] = livingProcessesOf(session.pid).filter(({ pid }) => commandOf(pid).includes(program('core')));
  if (core === undefined) throw new Error('no core');
  return core.pid;
}

/**
 * A counter whose application ends, with `strike` in the middle of the wipe: the record is about to go, and the core has
 * not been told yet where to search.
 */
async function ending(strike: (session: Session) => void) {
  let armed = false;
  const { keeper, page } = await openCounter({
    adjustActs: (acts): WipeActs => ({
      ...acts,
      deleteRows(application) {
        if (armed) strike(page.session);
        armed = false;
        return acts.deleteRows(application);
      },
    }),
  });
  await fillIn(page);
  armed = true;
  void page.call('endWithoutCard', { outcome: 'withdrawn' });
  await until(() => expect(armed).toBe(false));
  return { keeper, session: page.session };
}

/** The receipt, once there is one: by then nothing of the session is left. */
async function receiptOf({ services }: RunningKeeper, session: Session) {
  await until(() => expect(services.endings.shown().kind).toBe('ended'));
  const news = services.endings.shown();
  if (news.kind !== 'ended') throw new Error('not ended');
  expect(livingProcessesOf(session.pid)).toEqual([]);
  expect(existsSync(session.folder.path)).toBe(false);
  expect(services.vault.open()).toEqual([]);
  expect(services.vault.wipes.all()).toEqual([]);
  expect(services.occupants.has(session.token)).toBe(false);
  expect(services.countsSoFar.of(services.clock.today())).toEqual({ issued: 0, spoiled: 0, wiped: 1 });
  return news.receipt;
}

async function nextPersonMayBegin(keeper: RunningKeeper, session: Session): Promise<void> {
  await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(session.pid));
  await (await pageOf(keeper)).does('startApplication', {});
}

/** Stands still in the middle of its search, and all else of its session is gone. */
async function heldCore(): Promise<Awaited<ReturnType<typeof ending>> & { readonly core: number }> {
  let core = 0;
  const stage = await ending((session) => {
    core = coreOf(session);
    process.kill(core, 'SIGSTOP');
  });
  await until(() => expect(livingProcessesOf(stage.session.pid).map(({ pid }) => pid)).toEqual([core]));
  return { ...stage, core };
}

describe('a core that searches', () => {
  it('is the last of its session, and nobody may begin before it has ended', async () => {
    const { keeper, session, core } = await heldCore();
    // The fresh one is on the screen, and nobody may begin there yet.
    expect(shownOf(keeper.services.pool).pid).not.toBe(session.pid);
    expect(keeper.services.endings.shown().kind).toBe('erasing');
    expect(keeper.services.wipes.busy()).toBe(true);
    process.kill(core, 'SIGCONT');
    const receipt = await receiptOf(keeper, session);
    expect(receipt.erased.search).toMatchObject({ kind: 'searched', hits: 0 });
    await nextPersonMayBegin(keeper, session);
  });

  it('and dies ends the wipe at once, with a receipt that says "not searched"', async () => {
    const { keeper, session, core } = await heldCore();
    process.kill(core, 'SIGKILL');
    const receipt = await receiptOf(keeper, session);
    expect(receipt.erased).toMatchObject({ outcome: 'withdrawn', search: { kind: 'not-searched' } });
    expect(receipt.notDone).toContain('search-was-not-possible');
    await nextPersonMayBegin(keeper, session);
  });

  // As one that dies later.
  long('and dies before the fresh session is there ends it as well', async () => {
    const { keeper, session } = await ending((dying) => process.kill(coreOf(dying), 'SIGKILL'));
    expect((await receiptOf(keeper, session)).erased.search).toEqual({ kind: 'not-searched' });
    await nextPersonMayBegin(keeper, session);
  });

  it('goes on where the rest of its session dies by itself', async () => {
    const { keeper, session } = await ending(({ pid }) => process.kill(pid, 'SIGKILL'));
    expect((await receiptOf(keeper, session)).erased.search).toMatchObject({ kind: 'searched', hits: 0 });
    await nextPersonMayBegin(keeper, session);
  });

  // Also: tests/hostile/core-ended.test.ts.
  long('and never reports is ended when its time is over', async () => {
    const waiting: (() => void)[] = [];
    const { keeper, core } = await counter({
      sessions: 'processes',
      later(milliseconds, run) {
        if (milliseconds === 60_000) waiting.push(run);
      },
    });
    await create(core);
    await core.call('finish', { outcome: 'withdrawn' });
    await until(() => expect(livingProcessesOf(core.session.pid)).toHaveLength(1));
    expect(keeper.services.endings.shown().kind).toBe('erasing');
    expect(waiting).toHaveLength(1);
    for (const run of waiting) run();
    expect((await receiptOf(keeper, core.session)).erased.search).toEqual({ kind: 'not-searched' });
    // What comes too late changes nothing.
    await core.call('erased', { search: { ...CLEAN, hits: 3 } });
    expect(keeper.services.wipes.failure()).toBeNull();
  });
});
