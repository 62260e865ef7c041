import { describe, expect, it } from 'vitest';
import { type RibbonId, ribbonId } from '../../../shared/contract/ids.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { A_CLERK, A_SUPERVISOR, ANOTHER, approvalOf, staffStage } from '../staff/actor.test-support.ts';
import { CLERK, SECOND_SUPERVISOR, SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, create, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { ribbonCalls } from './ribbon-calls.ts';
import { createRibbons } from './ribbons.ts';

const NOON = Date.UTC(2026, 10, 24, 12, 0, 31, 7);
const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });

/** The calls of a session, on a real vault and a real ledger. `told`: how often every screen was told. */
function stage() {
  const vault = newVault();
  const clock = testClock({ now: NOON });
  const ribbons = createRibbons(vault.database);
  const people = staffStage();
  const told = { times: 0 };
  const { outbox, entries } = outboxOn(vault, clock);
  const screens = {
    refresh() {
      told.times += 1;
    },
  };
  const calls = ribbonCalls({ ribbons, outbox, staff: people.staff, screens });
  return { vault, clock, ribbons, people, told, entries, calls };
}

/** One that was fitted and taken out again. */
function useOne({ calls, ribbons }: ReturnType<typeof stage>) {
  expect(calls.fitRibbon({})).toEqual(done);
  expect(calls.removeRibbon({})).toEqual(done);
  const used = ribbons.held().held.at(-1);
  if (used === undefined) throw new Error('no ribbon is held');
  return used.ribbon;
}

const destroy = ({ calls }: ReturnType<typeof stage>, ribbon: RibbonId) =>
  calls.destroyRibbon({ ribbon }, approvalOf({ act: 'destroyRibbon', ribbon }));

describe('a ribbon', () => {
  it('is fitted, taken out and destroyed, and each act is one entry of whoever did it, with its moment', () => {
    const on = stage();
    expect(on.calls.fitRibbon({})).toEqual(done);
    const ribbon = on.ribbons.held().fitted?.ribbon;
    on.clock.advance(1_234);
    on.people.who = A_SUPERVISOR;
    expect(on.calls.removeRibbon({})).toEqual(done);
    on.clock.advance(4_321);
    expect(destroy(on, ribbonId.parse(ribbon))).toEqual(done);
    expect(on.entries()).toEqual([
      { kind: 'ribbon-fitted', utc: '2026-11-24T12:00:31.007Z', by: A_CLERK.member, ribbon },
      { kind: 'ribbon-removed', utc: '2026-11-24T12:00:32.241Z', by: A_SUPERVISOR.member, ribbon },
      {
        ...{ kind: 'ribbon-destroyed', utc: '2026-11-24T12:00:36.562Z', ribbon },
        ...{ by: A_SUPERVISOR.member, second: ANOTHER.member },
      },
    ]);
    expect(on.told.times).toBe(3);
  });

  it('is not fitted over another, and not taken out when none is in', () => {
    const on = stage();
    expect(on.calls.removeRibbon({})).toEqual(refused('no-such-ribbon'));
    expect(on.calls.fitRibbon({})).toEqual(done);
    const before = on.ribbons.held();
    expect(on.calls.fitRibbon({})).toEqual(refused('no-such-ribbon'));
    expect(on.ribbons.held()).toEqual(before);
    expect(on.entries().map(({ kind }) => kind)).toEqual(['ribbon-fitted']);
  });

  it('changes only together with its entry', () => {
    const on = stage();
    on.vault.database.exec(
      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON owed BEGIN SELECT RAISE(ABORT, 'not this one'); END",
    );
    expect(() => on.calls.fitRibbon({})).toThrow('not this one');
    on.vault.database.exec('DROP TRIGGER refuse');
    expect(on.ribbons.held()).toEqual({ fitted: null, held: [] });
    expect(on.calls.fitRibbon({})).toEqual(done);
    expect(on.entries()).toHaveLength(1);
  });
});

describe('a used ribbon', () => {
  it('is the only one that is destroyed: not one that is in, none that nobody knows, and none twice', () => {
    const on = stage();
    const used = useOne(on);
    on.calls.fitRibbon({});
    const inside = ribbonId.parse(on.ribbons.held().fitted?.ribbon);
    on.people.who = A_SUPERVISOR;
    for (const ribbon of [inside, ribbonId.parse('0'.repeat(32))]) {
      expect(destroy(on, ribbon)).toEqual(refused('no-such-ribbon'));
    }
    expect(on.entries()).toHaveLength(3);
    // Another one was approved.
    const other = approvalOf({ act: 'destroyRibbon', ribbon: inside });
    expect(on.calls.destroyRibbon({ ribbon: used }, other)).toEqual(refused('not-allowed'));
    expect(destroy(on, used)).toEqual(done);
    expect(destroy(on, used)).toEqual(refused('no-such-ribbon'));
    expect(on.ribbons.held()).toMatchObject({ fitted: { ribbon: inside }, held: [] });
    expect(on.entries().at(-1)).toMatchObject({ kind: 'ribbon-destroyed', ribbon: used });
  });
});

const ribbonEntries = (keeper: RunningKeeper) =>
  entriesOf(keeper).filter(({ kind }) => kind.startsWith('ribbon-'));

/** What this session's screen was last told of ribbons. */
function lastTold({ events }: ScriptedCore): KioskStatus['ribbons'] | undefined {
  return events.flatMap((event) => (event.kind === 'status' ? [event.status.ribbons] : [])).at(-1);
}

it('a ribbon stays on the screens until two supervisors have destroyed it, and nobody less', async () => {
  const { keeper, core } = await counter({ clock: testClock({ now: NOON }) });
  const { ribbons } = keeper.services;
  await until(() => expect(lastTold(core)).toEqual({ fitted: null, held: [] }));
  await core.call('signOut', {});
  expect(await core.call('fitRibbon', {})).toEqual(refused('not-allowed'));
  await core.call('signIn', CLERK);
  expect(await core.call('fitRibbon', {})).toEqual(done);
  const ribbon = ribbonId.parse(ribbons.held().fitted?.ribbon);
  await until(() => expect(lastTold(core)).toEqual({ fitted: { ribbon, since: NOON }, held: [] }));
  expect(await core.call('removeRibbon', {})).toEqual(done);
  const used = { fitted: null, held: [{ ribbon, removed: NOON }] };
  await until(() => expect(lastTold(core)).toEqual(used));

  const before = ribbonEntries(keeper);
  const notAllowed = refused('not-allowed');
  const approve = (who: typeof CLERK) => core.call('approve', { act: 'destroyRibbon', ribbon, ...who });
  // The clerk alone, and with one supervisor.
  expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
  expect(await approve(SUPERVISOR)).toEqual(done);
  expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
  // One supervisor alone, twice, and with a clerk.
  expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
  expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
  for (const who of [SUPERVISOR, CLERK]) {
    expect(await approve(who)).toEqual(refused('not-a-second-person'));
    expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
  }
  // What was approved is another act.
  const other = { act: 'takeCheckpoint', way: 'stick', ...SECOND_SUPERVISOR } as const;
  expect(await core.call('approve', other)).toEqual(done);
  expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
  expect(ribbonEntries(keeper)).toEqual(before);
  expect(ribbons.held()).toEqual(used);

  expect(await approve(SECOND_SUPERVISOR)).toEqual(done);
  expect(await core.call('destroyRibbon', { ribbon })).toEqual(done);
  await until(() => expect(lastTold(core)).toEqual({ fitted: null, held: [] }));
  const destroyed = ribbonEntries(keeper).at(-1);
  expect(destroyed).toMatchObject({ kind: 'ribbon-destroyed', ribbon });
  expect(destroyed?.by).not.toBe(destroyed?.second);
  expect(keeper.services.ledger.verify().ok).toBe(true);
});

it('a ribbon runs out in the middle of a card, and both stay on the screens through a restart', async () => {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder });
  await core.call('fitRibbon', {});
  await create(core);
  expect(await core.call('removeRibbon', {})).toEqual(done);
  expect(await core.call('fitRibbon', {})).toEqual(done);
  const before = keeper.services.ribbons.held();
  expect(before).toMatchObject({ fitted: {}, held: [{}] });
  await keeper.stop();
  const { core: again } = await counter({ dataFolder });
  expect(await again.call('getStatus', {})).toMatchObject({ value: { ribbons: before } });
});
