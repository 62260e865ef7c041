import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIRST_STAFF } from '../../electron/keeper/start/keeper.test-support.ts';
import { idleWorker } from '../../electron/keeper/start/workers.test-support.ts';
import { screenCalls } from '../../shared/contract/screen.ts';
import {
  type Attacker,
  attack,
  count,
  type Draw,
  drawFrom,
  emptyTally,
  expectNothingSaid,
  inputFor,
  knownOf,
  staffChangedBy,
  type Tally,
} from './attack.test-support.ts';
import { screenInputs } from './inputs.test-support.ts';
import { type Role, roles } from './judge.test-support.ts';
import { all, type WatchedKeeper, watchedKeeper } from './keeper.test-support.ts';
import type { HostilePage } from './page.test-support.ts';
import { expectNothingLeft } from './remains.test-support.ts';
import { become, callsAs, callsInTurn, isForOneAct, restoreStaff, roleNow } from './roles.test-support.ts';
import { type Situation, situationsOf } from './situations.test-support.ts';
import { clearTheWay, occupantShown, settle } from './steps.test-support.ts';

type ScreenCall = keyof typeof screenCalls;
const isScreenCall = (name: string): name is ScreenCall => Object.hasOwn(screenCalls, name);
const names = Object.keys(screenCalls).filter(isScreenCall);
/** They change who stands there: made last, so that they need not be undone for every other call. */
const LAST: readonly ScreenCall[] = ['signIn', 'changePassphrase', 'lock', 'signOut', 'setUp'];

function attackerAt(page: HostilePage): Attacker {
  return {
    session: page.session,
    ask: (call, input) => page.ask(call, input),
    knows: async () => JSON.stringify((await page.does('getState', {})).application),
  };
}

/** Whether an earlier role left a search for a name on the screen. */
async function isSearchOpen(watched: WatchedKeeper): Promise<boolean> {
  return watched.keeper.services.recordSearches.statusOf(await occupantShown(watched)) !== null;
}

/** The declared calls in one situation as one role, each with an input of its own. */
async function attackAll(
  watched: WatchedKeeper,
  situation: Situation,
  role: Role,
  draw: Draw,
  tally: Tally,
): Promise<void> {
  const changed = new Set<string>();
  const order = draw(fc.shuffledSubarray(names, { minLength: names.length }));
  const first = order.filter((name) => !LAST.includes(name));
  const inTurn = callsInTurn(names, roles.indexOf(role));
  await restoreStaff(watched, changed);
  // Who locks the screen or signs out ends it with its session, and the keeper's watch would do so between two snapshots.
  if (await isSearchOpen(watched)) await clearTheWay(watched);
  for (const name of callsAs(role, [...first, ...LAST])) {
    if (!inTurn.includes(name)) continue;
    if (!(await situation.is())) {
      // Whoever brings it about signs in, with the passphrase that they began with.
      if (changed.size > 0) await restoreStaff(watched, changed);
      await situation.reach();
    }
    const page = await situation.page();
    if (roleNow(watched, page.session.token) !== role || isForOneAct(role, name)) {
      if (changed.size > 0) await restoreStaff(watched, changed);
      await become(watched, page, role, name);
    }
    expect(await situation.is(), situation.name).toBe(true);
    const input = draw(inputFor(screenInputs[name](knownOf(watched)), false));
    const affected = staffChangedBy(watched, name, input);
    const judged = await attack(watched, screenCalls, attackerAt(page), role, { name, input }, tally);
    if (judged.kind === 'ok') {
      for (const somebody of affected) changed.add(somebody);
      if (['addMember', 'removeMember'].includes(name)) await restoreStaff(watched, changed);
      await settle(watched);
    }
  }
  // Whoever comes next signs in with the passphrases they began with, also if the last call has changed one.
  if (changed.size > 0) await restoreStaff(watched, changed);
  count(tally.cells, `${situation.name}, ${role}`);
  count(tally.roles, role);
  count(tally.situations, situation.name);
}

/** Before anybody works here: every call but the one that succeeds, and that one last. */
async function attackBeforeSetUp(watched: WatchedKeeper, draw: Draw, tally: Tally): Promise<void> {
  const page = await watched.page();
  for (const name of names) {
    const input = draw(
      inputFor(name === 'setUp' ? fc.constant({}) : screenInputs[name](knownOf(watched)), false),
    );
    await attack(watched, screenCalls, attackerAt(page), 'nobody', { name, input }, tally);
  }
  count(tally.situations, 'not set up');
  await page.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
}

/** All of them in the long version, else every second one: the states among them a core is tried in as well. */
function situationsToTry(watched: WatchedKeeper): readonly Situation[] {
  return situationsOf(watched).filter((_, index) => all || index % 2 === 0);
}

/** Which roles a situation is tried as in one run: all of them in the long version, else each role is tried in one of so many. */
function rolesFor(index: number, offset: number, situations: number): readonly Role[] {
  return all ? roles : roles.filter((_, place) => (place * 2 + offset) % situations === index);
}

// Every state as every role takes a quarter of an hour alone, and four times that beside all other suites.
it('a page that sends anything, in every state and as every role, brings nothing down and gets nothing out', {
  timeout: 7_200_000,
}, async () => {
  const tally = emptyTally();
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.nat(roles.length - 1), async (seed, offset) => {
      const draw = drawFrom(seed);
      const watched = await watchedKeeper({ workerPath: idleWorker });
      await attackBeforeSetUp(watched, draw, tally);
      const situations = situationsToTry(watched);
      for (const [index, situation] of situations.entries()) {
        for (const role of rolesFor(index, offset, situations.length))
          await attackAll(watched, situation, role, draw, tally);
      }
      await clearTheWay(watched);
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
