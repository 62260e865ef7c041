import { describe, expect, it, vi } from 'vitest';
import { ribbonId } from '../../../shared/contract/ids.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, create, type ScriptedCore } from '../start/scripted-core.test-support.ts';

const NOON = Date.UTC(2026, 10, 24, 12, 0, 31, 7);
const GIVEN = 'marble ticket harvest violin';
const SECOND = { name: 'Octavia Farthing', passphrase: 'lantern cobalt meadow sprocket' };
const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });

/** A second supervisor, whose passphrase nobody else knows. The first one is signed in afterwards. */
async function addSecond(core: ScriptedCore): Promise<void> {
  await core.call('signIn', SUPERVISOR);
  await core.call('addMember', { name: SECOND.name, role: 'supervisor', passphrase: GIVEN });
  await core.call('signIn', { name: SECOND.name, passphrase: GIVEN });
  expect(await core.call('changePassphrase', { present: GIVEN, next: SECOND.passphrase })).toEqual(done);
  expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
}

/** A ribbon that was fitted and taken out again. */
async function useOne({ services }: RunningKeeper, core: ScriptedCore) {
  expect(await core.call('fitRibbon', {})).toEqual(done);
  expect(await core.call('removeRibbon', {})).toEqual(done);
  const used = services.ribbons.held().held.at(-1);
  if (used === undefined) throw new Error('no ribbon is held');
  return used.ribbon;
}

const memberOf = ({ services }: RunningKeeper, name: string) =>
  services.staff.members().find((member) => member.name === name)?.member;

const ribbonEntries = (keeper: RunningKeeper) =>
  entriesOf(keeper).filter(({ kind }) => kind.startsWith('ribbon-'));

/** What this session's screen was last told of ribbons. */
function lastTold({ events }: ScriptedCore): KioskStatus['ribbons'] | undefined {
  return events.flatMap((event) => (event.kind === 'status' ? [event.status.ribbons] : [])).at(-1);
}

describe('a ribbon', () => {
  it('is fitted, taken out and destroyed, and each act is one entry with its moment; every screen is told', async () => {
    const clock = testClock({ now: NOON });
    const { keeper, core } = await counter({ clock });
    const others = entriesOf(keeper).length;
    await until(() => expect(lastTold(core)).toEqual({ fitted: null, held: [] }));

    expect(await core.call('fitRibbon', {})).toEqual(done);
    const ribbon = keeper.services.ribbons.held().fitted?.ribbon;
    await until(() => expect(lastTold(core)).toEqual({ fitted: { ribbon, since: NOON }, held: [] }));
    clock.advance(1_234);
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('removeRibbon', {})).toEqual(done);
    const held = [{ ribbon, removed: NOON + 1_234 }];
    await until(() => expect(lastTold(core)).toEqual({ fitted: null, held }));

    await addSecond(core);
    clock.advance(4_321);
    expect(await core.call('approve', { act: 'destroyRibbon', ...SECOND })).toEqual(done);
    expect(await core.call('destroyRibbon', { ribbon: ribbonId.parse(ribbon) })).toEqual(done);
    await until(() => expect(lastTold(core)).toEqual({ fitted: null, held: [] }));

    const [clerk, first, second] = [CLERK, SUPERVISOR, SECOND].map(({ name }) => memberOf(keeper, name));
    expect(ribbonEntries(keeper)).toEqual([
      { kind: 'ribbon-fitted', utc: '2026-11-24T12:00:31.007Z', by: clerk, ribbon },
      { kind: 'ribbon-removed', utc: '2026-11-24T12:00:32.241Z', by: first, ribbon },
      { kind: 'ribbon-destroyed', utc: '2026-11-24T12:00:36.562Z', by: first, second, ribbon },
    ]);
    // Besides them only what the staff did: one was added, and chose a passphrase.
    expect(entriesOf(keeper).length - others).toBe(3 + 2);
    expect(keeper.services.ledger.verify().ok).toBe(true);
  });

  it('is not fitted over another, not taken out when none is in, and changed in the middle of a card when it runs out', async () => {
    const { keeper, core } = await counter();
    expect(await core.call('removeRibbon', {})).toEqual(refused('no-such-ribbon'));
    expect(ribbonEntries(keeper)).toEqual([]);
    expect(await core.call('fitRibbon', {})).toEqual(done);
    const before = keeper.services.ribbons.held();
    expect(await core.call('fitRibbon', {})).toEqual(refused('no-such-ribbon'));
    expect(keeper.services.ribbons.held()).toEqual(before);
    expect(ribbonEntries(keeper).map(({ kind }) => kind)).toEqual(['ribbon-fitted']);
    await create(core);
    expect(await core.call('removeRibbon', {})).toEqual(done);
    expect(await core.call('fitRibbon', {})).toEqual(done);
  });

  it('is handled by whoever works here, also IT staff, and by nobody who does not', async () => {
    const { keeper, core } = await counter();
    const technician = { name: 'Barnaby Quicksilver', passphrase: GIVEN };
    await core.call('signIn', SUPERVISOR);
    await core.call('addMember', { ...technician, role: 'it' });
    await core.call('signIn', technician);
    await core.call('changePassphrase', { present: GIVEN, next: SECOND.passphrase });
    expect(await core.call('fitRibbon', {})).toEqual(done);
    expect(ribbonEntries(keeper)).toMatchObject([{ by: memberOf(keeper, technician.name) }]);
    await core.call('signOut', {});
    expect(await core.call('removeRibbon', {})).toEqual(refused('not-allowed'));
    expect(keeper.services.ribbons.held().fitted).not.toBeNull();
  });

  it('that is used stays held through a restart, and so does the one that is in', async () => {
    const dataFolder = workingFolder();
    const { keeper, core } = await counter({ dataFolder });
    await useOne(keeper, core);
    await core.call('fitRibbon', {});
    const before = keeper.services.ribbons.held();
    expect(before).toMatchObject({ fitted: {}, held: [{}] });
    await keeper.stop();

    const { keeper: after, core: again } = await counter({ dataFolder });
    expect(after.services.ribbons.held()).toEqual(before);
    expect(await again.call('getStatus', {})).toMatchObject({ value: { ribbons: before } });
    expect(await again.call('removeRibbon', {})).toEqual(done);
    expect(after.services.ribbons.held().held.map(({ ribbon }) => ribbon)).toEqual([
      before.held[0]?.ribbon,
      before.fitted?.ribbon,
    ]);
  });

  it('changes only together with its entry', async () => {
    const { keeper, core } = await counter({ log: ['defect in fitRibbon: SqliteError: not this one'] });
    const { database } = keeper.services.vault;
    const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    database.exec(
      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON owed BEGIN SELECT RAISE(ABORT, 'not this one'); END",
    );
    expect(await core.call('fitRibbon', {})).toEqual(refused('broken'));
    database.exec('DROP TRIGGER refuse');
    said.mockRestore();
    expect(keeper.services.ribbons.held()).toEqual({ fitted: null, held: [] });
    expect(await core.call('fitRibbon', {})).toEqual(done);
    expect(ribbonEntries(keeper)).toHaveLength(1);
  });
});

describe('a used ribbon', () => {
  it('is destroyed by two supervisors and by nobody less', async () => {
    const { keeper, core } = await counter();
    const ribbon = await useOne(keeper, core);
    const before = ribbonEntries(keeper);
    const notAllowed = refused('not-allowed');
    const notSecond = refused('not-a-second-person');
    const approve = (who: typeof SECOND) => core.call('approve', { act: 'destroyRibbon', ...who });

    // The clerk alone, and with one supervisor.
    expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
    expect(await approve(SUPERVISOR)).toEqual(done);
    expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
    // One supervisor alone, twice, and with a clerk.
    await addSecond(core);
    expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
    for (const who of [SUPERVISOR, CLERK]) {
      expect(await approve(who)).toEqual(notSecond);
      expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
    }
    // What was approved is another act.
    expect(await core.call('approve', { act: 'liftHold', ...SECOND })).toEqual(done);
    expect(await core.call('destroyRibbon', { ribbon })).toEqual(notAllowed);
    expect(ribbonEntries(keeper)).toEqual(before);
    expect(keeper.services.ribbons.held().held).toMatchObject([{ ribbon }]);

    expect(await approve(SECOND)).toEqual(done);
    expect(await core.call('destroyRibbon', { ribbon })).toEqual(done);
    expect(keeper.services.ribbons.held().held).toEqual([]);
    const destroyed = ribbonEntries(keeper).at(-1);
    expect(destroyed).toMatchObject({ kind: 'ribbon-destroyed', ribbon });
    expect(destroyed?.by).not.toBe(destroyed?.second);
  });

  it('is the only one that is destroyed: not one that is in, none that nobody knows, and none twice', async () => {
    const { keeper, core } = await counter();
    const used = await useOne(keeper, core);
    await core.call('fitRibbon', {});
    const inside = ribbonId.parse(keeper.services.ribbons.held().fitted?.ribbon);
    await addSecond(core);
    // An approval is for one act, however it goes.
    const destroy = async (ribbon: typeof used) => {
      expect(await core.call('approve', { act: 'destroyRibbon', ...SECOND })).toEqual(done);
      return core.call('destroyRibbon', { ribbon });
    };
    const head = keeper.services.ledger.head();
    for (const ribbon of [inside, ribbonId.parse('0'.repeat(32))]) {
      expect(await destroy(ribbon)).toEqual(refused('no-such-ribbon'));
    }
    expect(keeper.services.ledger.head()).toEqual(head);
    expect(await destroy(used)).toEqual(done);
    expect(await destroy(used)).toEqual(refused('no-such-ribbon'));
    expect(keeper.services.ribbons.held()).toMatchObject({ fitted: { ribbon: inside }, held: [] });
    expect(ribbonEntries(keeper).map(({ kind }) => kind)).toEqual([
      'ribbon-fitted',
      'ribbon-removed',
      'ribbon-fitted',
      'ribbon-destroyed',
    ]);
  });
});
