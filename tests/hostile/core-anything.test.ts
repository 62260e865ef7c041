import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIRST_STAFF } from '../../electron/keeper/start/keeper.test-support.ts';
import { idleWorker } from '../../electron/keeper/start/workers.test-support.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import { type ApplicationState, parseApplicationState } from '../../shared/application/lifecycle.ts';
import { keeperCalls } from '../../shared/contract/keeper.ts';
import {
  type Attacker,
  attack,
  count,
  drawFrom,
  emptyTally,
  expectNothingSaid,
  inputFor,
  knownOf,
  staffChangedBy,
} from './attack.test-support.ts';
import { coreAfter, coreShown, type HostileCore } from './core.test-support.ts';
import { keeperInputs } from './inputs.test-support.ts';
import { roles } from './judge.test-support.ts';
import { all, type WatchedKeeper, watchedKeeper } from './keeper.test-support.ts';
import { expectNothingLeft } from './remains.test-support.ts';
import { become, callsAs, callsInTurn, isForOneAct, restoreStaff, roleNow } from './roles.test-support.ts';

type KeeperCall = keyof typeof keeperCalls;
const isKeeperCall = (name: string): name is KeeperCall => Object.hasOwn(keeperCalls, name);
const names = Object.keys(keeperCalls).filter(isKeeperCall);

/** States in which a session has an application, one of each kind, and null: it has none yet. */
const states = [
  null,
  'draft',
  'checked',
  'photographed',
  'ready',
  'queued',
  'printing',
  'printing-no-card',
  'printing-doubtful',
  'printed',
  'spoiled-smudged',
  'spoiled-wrong-details',
].map((text) => (text === null ? null : stateOf(text)));

function stateOf(text: string): ApplicationState {
  const state = parseApplicationState(text);
  if (!state.ok) throw new Error(`${text} is no state`);
  return state.value;
}

/**
 * Ends what this core began, takes away what keeps the next from beginning, and answers the core to go on with.
 * `changed`: whose passphrase may be another by now; they get their own back before anybody signs in.
 */
async function fresh(watched: WatchedKeeper, core: HostileCore, changed: Set<string>): Promise<HostileCore> {
  const { keeper } = watched;
  for (const { identifier } of keeper.services.holds.all()) keeper.services.holds.lift(identifier);
  const { suspensionRows } = keeper.services;
  for (const { source } of suspensionRows.all()) suspensionRows.remove(source);
  keeper.services.vault.database.exec("UPDATE kiosk SET custody = 'memory'");
  keeper.services.trayChecks.confirm();
  const occupant = keeper.services.occupants.get(core.session.token);
  if (occupant?.used === false && keeper.services.pool.shown() === core.session) return core;
  if (occupant?.finishing === true) void core.ask('erased', { search: { kind: 'not-searched' } });
  else if (occupant?.leaving === false) {
    if (changed.size > 0) await restoreStaff(watched, changed);
    const isSearch = keeper.services.recordSearches.statusOf(occupant) !== null;
    await become(watched, core, 'clerk', isSearch ? 'endRecordSearch' : 'putAside');
    if (isSearch) await core.does('endRecordSearch', {});
    else await core.does('putAside', { fingerprints: null });
  }
  const next = await coreAfter(keeper, core);
  core.leave();
  await next.does('getStatus', {});
  return next;
}

/** A session in this state: its application is made if there is none, and put into it. */
async function inState(
  watched: WatchedKeeper,
  core: HostileCore,
  state: ApplicationState | null,
  changed: Set<string>,
): Promise<HostileCore> {
  const { services } = watched.keeper;
  let at = core;
  const occupant = () => services.occupants.get(at.session.token);
  const ended = () => occupant()?.finishing !== false || occupant()?.leaving !== false;
  if (ended() || (state === null && occupant()?.used === true)) at = await fresh(watched, at, changed);
  if (state === null) return at;
  if (occupant()?.application === null) {
    at = await fresh(watched, at, changed);
    if (changed.size > 0) await restoreStaff(watched, changed);
    await become(watched, at, 'clerk', 'create');
    await at.does('create', {});
  }
  const application = occupant()?.application ?? null;
  if (application === null) return at;
  // Whatever an earlier call printed: its end would be another event.
  await services.jobs.endWorker(application);
  services.vault.setState(application, reached(state));
  return at;
}

it('a core that sends anything, in every state and as every role, brings nothing down and gets nothing out', {
  timeout: 3_600_000,
}, async () => {
  const tally = emptyTally();
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.nat(roles.length - 1), async (seed, offset) => {
      const draw = drawFrom(seed);
      const watched = await watchedKeeper({ scripted: true, workerPath: idleWorker });
      const changed = new Set<string>();
      let core = coreShown(watched.keeper);
      await core.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
      for (const [index, state] of states.entries()) {
        const turn = all ? roles : [roles[(index * 3 + offset) % roles.length] ?? 'clerk'];
        for (const role of turn) {
          await restoreStaff(watched, changed);
          const order = draw(fc.shuffledSubarray(names, { minLength: names.length }));
          const inTurn = callsInTurn(names, index + 1);
          for (const name of callsAs(role, order)) {
            if (!inTurn.includes(name)) continue;
            core = await inState(watched, core, state, changed);
            const here = core;
            if (roleNow(watched, here.session.token) !== role || isForOneAct(role, name)) {
              if (changed.size > 0) await restoreStaff(watched, changed);
              await become(watched, here, role, name);
            }
            const attacker: Attacker = {
              session: here.session,
              ask: here.ask,
              knows: async () => JSON.stringify((await here.does('getStatus', {})).inProgress),
            };
            const input = draw(inputFor(keeperInputs[name](knownOf(watched)), true));
            const affected = staffChangedBy(watched, name, input);
            const judged = await attack(watched, keeperCalls, attacker, role, { name, input }, tally);
            if (judged.kind !== 'ok') continue;
            for (const somebody of affected) changed.add(somebody);
            if (['addMember', 'removeMember'].includes(name)) await restoreStaff(watched, changed);
          }
          count(tally.roles, role);
        }
      }
      await fresh(watched, core, changed);
      await expectNothingLeft(watched);
      expectNothingSaid(watched);
      await watched.keeper.stop();
    }),
    // The short version is always the same run, so that it turns red by a change of ours only; the long one
    // looks further each time. This seed found a closed wipe whose session lived on.
    { numRuns: 1, endOnFailure: true, ...(all ? {} : { seed: 872504775 }) },
  );
  for (const role of roles) expect(tally.roles.get(role), role).toBeGreaterThan(0);
  for (const name of names) expect(tally.calls.get(name)?.size, name).toBeGreaterThan(0);
});
