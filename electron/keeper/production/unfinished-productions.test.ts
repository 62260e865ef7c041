import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, type ScriptedCore } from '../start/scripted-core.test-support.ts';

const PACKAGE = '9f1c'.repeat(16);
const FILE = 'counterfoil-record-0f1e2d3c-9f1c9f1c9f1c.age';

/** A production as a keeper leaves it that is killed between its entry and its file. */
function leaveUnfinished({ services }: RunningKeeper): void {
  services.outbox.record(({ utc }) => {
    services.unfinishedProductions.begin({ package: PACKAGE, file: FILE, utc });
    const people = { by: 'a'.repeat(32), second: 'b'.repeat(32), recipient: 'c'.repeat(64) };
    return { kind: 'record-produced', utc, ...people, package: PACKAGE };
  });
}

const unfinishedEntries = (keeper: RunningKeeper) =>
  entriesOf(keeper).filter(({ kind }) => kind === 'production-unfinished');

async function shown(core: ScriptedCore): Promise<unknown> {
  const status = await core.call('getStatus', {});
  return status.ok ? status.value.unfinishedProductions : status;
}

it('a production that a keeper did not finish is entered by the next one, and shown over restarts until a supervisor has read it', async () => {
  const dataFolder = workingFolder();
  const { keeper } = await counter({ dataFolder });
  leaveUnfinished(keeper);
  expect(unfinishedEntries(keeper)).toEqual([]);
  await keeper.stop();

  const { keeper: next, core } = await counter({ dataFolder });
  expect(unfinishedEntries(next)).toMatchObject([{ package: PACKAGE }]);
  expect(await shown(core)).toEqual([{ package: PACKAGE, file: FILE, utc: expect.any(Number) }]);
  const acknowledge = () => core.call('acknowledgeProduction', { package: PACKAGE });
  expect(await acknowledge()).toEqual({ ok: false, error: { kind: 'not-allowed' } });
  await next.stop();

  const { keeper: third, core: later } = await counter({ dataFolder });
  expect(unfinishedEntries(third)).toHaveLength(1);
  await later.call('signIn', SUPERVISOR);
  expect(await later.call('acknowledgeProduction', { package: PACKAGE })).toEqual({ ok: true, value: {} });
  expect(await shown(later)).toEqual([]);
  expect(unfinishedEntries(third)).toHaveLength(1);
});
