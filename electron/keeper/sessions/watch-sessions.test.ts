import { describe, expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { volatileFolder } from './sessions.test-support.ts';
import { standInSession } from './stand-in-pool.test-support.ts';
import { watchSessions } from './watch-sessions.ts';

/** How a page takes a question. */
type Manner = 'answers' | 'hangs' | 'hears nothing';

/** A session without a process, of which the test says how its page is. */
function page(manner: Manner = 'answers') {
  const asked = { manner, times: 0, answers: 0, pending: 0, ended: 0 };
  const session = {
    ...standInSession({
      keeperFolder: volatileFolder(),
      emptySelections: () => Promise.resolve({ kind: 'empty' as const }),
    }),
    ask() {
      asked.times += 1;
      if (asked.manner === 'answers') asked.answers += 1;
      if (asked.manner === 'hangs') asked.pending += 1;
    },
    answers: () => asked.answers,
    end() {
      asked.ended += 1;
      return Promise.resolve({
        ok: true as const,
        value: { processes: 1, selections: { kind: 'empty' as const } },
      });
    },
  };
  return {
    session,
    asked,
    /** Its event loop turns again: it answers what it was asked meanwhile. */
    wakes() {
      asked.manner = 'answers';
      asked.answers += asked.pending;
      asked.pending = 0;
    },
  };
}

/** A watch over some pages. The first is on the screen. */
function watch(...pages: readonly ReturnType<typeof page>[]) {
  const clock = testClock({ now: 0 });
  const awake = { now: pages.map(({ session }) => session) };
  const log: string[] = [];
  const keeper = { closing: false, inspected: false };
  let next: { readonly milliseconds: number; readonly run: () => void } | null = null;
  watchSessions({
    pool: { awake: () => awake.now, shown: () => pages[0]?.session ?? null },
    clock,
    later(milliseconds, run) {
      expect(next).toBeNull();
      next = keeper.closing ? null : { milliseconds, run };
    },
    isInspected: () => keeper.inspected,
    say: (line) => log.push(line),
  });
  /** So many rounds, each as late as it is said. */
  function rounds(count: number, late = 0): void {
    for (let round = 0; round < count; round += 1) {
      const due = next;
      if (due === null) throw new Error('no round is due');
      next = null;
      clock.advance(due.milliseconds + late);
      due.run();
    }
  }
  return { awake, log, keeper, rounds, isDue: () => next !== null };
}

/** The rounds until a page that hangs from the first question on is ended: it is asked in the first of them. */
const PATIENCE = 5;

describe('the watch over the sessions', () => {
  it('ends the one that hangs after twenty seconds, no sooner, and says which', () => {
    const [shown, spare] = [page('hangs'), page()];
    const { log, rounds } = watch(shown, spare);
    const which = `The session on the screen (process ${shown.session.pid})`;
    rounds(PATIENCE - 3);
    expect(log).toEqual([]);
    rounds(2);
    expect([shown.asked.ended, log]).toEqual([0, [`${which} is slow to answer.`]]);
    rounds(1);
    expect([shown.asked.ended, spare.asked.ended]).toEqual([1, 0]);
    expect(log.slice(1)).toEqual([
      `${which} does not answer. It is ended like one that died, and another takes its place.`,
    ]);
    expect(spare.asked.times).toBe(PATIENCE);
  });

  it('ends a spare that hangs, before anybody sees it', () => {
    const [shown, spare] = [page(), page('hangs')];
    const { log, rounds } = watch(shown, spare);
    rounds(PATIENCE);
    expect([shown.asked.ended, spare.asked.ended]).toEqual([0, 1]);
    expect(log.join()).toContain('out of sight');
  });

  it('ends again what could not be ended: it is silent once more', () => {
    const shown = page('hangs');
    const { rounds } = watch(shown);
    rounds(2 * PATIENCE);
    expect(shown.asked.ended).toBe(2);
  });

  it('leaves one alone that answers, for however long', () => {
    const [shown, spare] = [page(), page()];
    const { log, rounds } = watch(shown, spare);
    rounds(1_000);
    expect([shown.asked, spare.asked]).toMatchObject([
      { ended: 0, times: 1_000 },
      { ended: 0, times: 1_000 },
    ]);
    expect(log).toEqual([]);
  });

  it('is as patient as before with one that was slow, once it has answered', () => {
    const shown = page('hangs');
    const { rounds } = watch(shown);
    rounds(PATIENCE - 1);
    shown.wakes();
    rounds(1);
    shown.asked.manner = 'hangs';
    rounds(PATIENCE - 1);
    expect(shown.asked.ended).toBe(0);
    rounds(1);
    expect(shown.asked.ended).toBe(1);
  });

  it('asks anew what a page did not hear while it was loaded', () => {
    const shown = page('hears nothing');
    const { rounds } = watch(shown);
    rounds(PATIENCE - 2);
    shown.asked.manner = 'answers';
    rounds(PATIENCE);
    expect(shown.asked.ended).toBe(0);
  });

  it('forgets one that has left the screen, and begins anew should it be awake again', () => {
    const shown = page('hangs');
    const { awake, rounds } = watch(shown);
    rounds(PATIENCE - 1);
    awake.now = [];
    rounds(1);
    awake.now = [shown.session];
    rounds(PATIENCE - 1);
    expect(shown.asked.ended).toBe(0);
  });

  it('gives twice the time where its own rounds come late', () => {
    const shown = page('hangs');
    const { rounds } = watch(shown);
    rounds(1);
    rounds(7, 3_000);
    expect(shown.asked.ended).toBe(0);
    rounds(1, 3_000);
    expect(shown.asked.ended).toBe(1);
  });

  it.each([
    ['slept over the night', 1, 12 * 60 * 60_000],
    ['was stopped with all of the kiosk, again and again', 7, 10 * 60_000],
  ])('ends nothing on a machine that %s', (_what, count, late) => {
    const shown = page();
    const { rounds } = watch(shown);
    rounds(3);
    // It has had no time to answer when the keeper wakes first.
    shown.asked.manner = 'hangs';
    rounds(count, late);
    expect(shown.asked.ended).toBe(0);
    shown.wakes();
    rounds(PATIENCE);
    expect(shown.asked.ended).toBe(0);
  });

  it('counts no round that came without time having passed', () => {
    const shown = page('hangs');
    const { rounds } = watch(shown);
    rounds(100, -5_000);
    expect(shown.asked.ended).toBe(0);
    rounds(PATIENCE - 1);
    expect(shown.asked.ended).toBe(1);
  });

  it('asks nobody while somebody looks into the keeper, and everybody anew after that', () => {
    const shown = page('hangs');
    const { keeper, rounds } = watch(shown);
    rounds(PATIENCE - 1);
    keeper.inspected = true;
    rounds(100);
    expect(shown.asked).toMatchObject({ times: PATIENCE - 1, ended: 0 });
    keeper.inspected = false;
    rounds(PATIENCE - 1);
    expect(shown.asked.ended).toBe(0);
    rounds(1);
    expect(shown.asked.ended).toBe(1);
  });

  it('ends with the keeper', () => {
    const shown = page('hangs');
    const { keeper, rounds, isDue } = watch(shown);
    rounds(2);
    keeper.closing = true;
    rounds(1);
    expect(isDue()).toBe(false);
  });
});
