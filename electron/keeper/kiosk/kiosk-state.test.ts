import { expect, it } from 'vitest';
import type { KioskState } from '../../../shared/contract/launcher.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { startKeeper } from '../start/keeper.test-support.ts';
import { connectCore, counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { type KioskStatePort, kioskStateOf } from './kiosk-state.ts';

const IDLE: KioskState = { screen: 'start-screen', open: 0, forgets: 0, endings: 0, held: false };

it('a kiosk without anybody is on its start screen, and serves from the first touch of an application to its end', async () => {
  const { keeper, core } = await counter();
  expect(keeper.state()).toEqual(IDLE);
  await create(core);
  expect(keeper.state()).toEqual({ ...IDLE, screen: 'serving', open: 1, forgets: 1 });
  await core.call('putAside', { fingerprints: null });
  await nextCore(keeper, core);
  // Nobody is before the screen, and a stop would still forget somebody's answers.
  expect(keeper.state()).toEqual({ ...IDLE, open: 1, forgets: 1 });
});

it('what is sealed on the disk is not forgotten', async () => {
  const { keeper, core } = await counter({ custody: 'sealed' });
  await create(core);
  expect(keeper.state()).toEqual({ ...IDLE, screen: 'serving', open: 1 });
});

it('a legal hold is told', async () => {
  const { keeper } = await counter();
  keeper.services.holds.set({
    scope: 'all',
    reason: 'subpoena',
    since: 0,
    by: 'Marisol Tidewater',
    applications: [],
  });
  expect(keeper.state()).toEqual({ ...IDLE, held: true });
});

it('a keeper that is closing says nothing of files that are closed', async () => {
  const keeper = await startKeeper({ scripted: true, dataFolder: workingFolder() });
  await connectCore(keeper);
  await keeper.stop();
  expect(keeper.state()).toBeNull();
});

/** A kiosk with nobody in it, of which a test changes one thing. */
const nobody: KioskStatePort = {
  pool: { shown: () => 'a session' },
  vault: { open: () => [], wipes: { all: () => [] } },
  custody: { kindOf: () => null },
  holds: { all: () => [] },
  jobs: { isRunning: () => false },
  staff: { isWithResident: () => false },
  residentScreen: { isUntouched: () => true },
  applicationShown: () => null,
};

it('whoever stands before self-service is served, until nobody has touched the screen for long enough', () => {
  const given = { ...nobody, staff: { isWithResident: () => true } };
  expect(kioskStateOf({ ...given, residentScreen: { isUntouched: () => false } }).screen).toBe('serving');
  expect(kioskStateOf(given).screen).toBe('start-screen');
});

it('without a session on the screen there is none', () => {
  expect(kioskStateOf({ ...nobody, pool: { shown: () => null } }).screen).toBe('no-screen');
});
