import { expect, it } from 'vitest';
import type { Session } from './session.ts';
import { fakeLaunch, isAlive, shownOf, stagePool, until } from './sessions.test-support.ts';

/** A pool that notes, at each emptying of the display's selections, whether `watched` still lived. */
function stageWatched(): ReturnType<typeof stagePool> & {
  readonly emptied: string[];
  watch(session: Session): void;
} {
  const emptied: string[] = [];
  let watched: Session | null = null;
  const staged = stagePool({
    ...fakeLaunch(),
    emptySelections() {
      if (watched !== null) emptied.push(isAlive(watched) ? 'before its end' : 'after its end');
      return Promise.resolve({ kind: 'empty' });
    },
  });
  return {
    ...staged,
    emptied,
    watch(session) {
      watched = session;
      emptied.length = 0;
    },
  };
}

it('empties the selections when a session is replaced, and again when it has ended', async () => {
  const { pool, emptied, watch } = stageWatched();
  await pool.start();
  const old = shownOf(pool);
  watch(old);
  await pool.replaceSession(old);
  expect(emptied).toEqual(['before its end']);
  expect(await pool.end(old)).toMatchObject({ ok: true, value: { selections: { kind: 'empty' } } });
  expect(emptied).toEqual(['before its end', 'after its end']);
});

it('empties them after a session that died by itself', async () => {
  const { pool, emptied, watch } = stageWatched();
  await pool.start();
  const dying = shownOf(pool);
  watch(dying);
  process.kill(dying.pid, 'SIGKILL');
  await until(() => expect(pool.shown()).not.toBe(dying));
  expect(emptied).toContain('after its end');
  expect(emptied).not.toContain('before its end');
});

it('empties them when everything ends', async () => {
  const { pool, emptied, watch } = stageWatched();
  await pool.start();
  watch(shownOf(pool));
  await pool.endAll();
  expect(emptied).toContain('after its end');
});
