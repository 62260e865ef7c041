import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ribbonId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { SECOND_SUPERVISOR, SUPERVISOR } from './keeper.test-support.ts';
import { counter, create, nextCore } from './scripted-core.test-support.ts';

const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });

it('a restart loses what was on the screen and was not kept: a statement, a name search, an approval, who waits for a clerk', async () => {
  const [dataFolder, exportFolder] = [workingFolder(), workingFolder()];
  const options = { dataFolder, exportFolder, custody: 'sealed' } as const;
  const { keeper, core: first } = await counter(options);
  const { application } = await create(first);
  await first.call('putAside', { fingerprints: null });
  keeper.services.waitingForClerk.add(application);
  const core = await nextCore(keeper, first);
  await core.call('signIn', SUPERVISOR);
  await core.call('fitRibbon', {});
  await core.call('removeRibbon', {});
  const ribbon = ribbonId.parse(keeper.services.ribbons.held().held[0]?.ribbon);
  const made = await core.call('makeStatement', {});
  if (!made.ok) throw new Error(made.error.kind);
  const { digest } = made.value;
  const approve = { act: 'destroyRibbon', ribbon, ...SECOND_SUPERVISOR } as const;
  expect(await core.call('approve', approve)).toEqual(done);
  expect(await core.call('beginRecordSearch', {})).toEqual(done);
  // The control: all of it is there.
  expect(await core.call('saveStatement', { digest })).toMatchObject({ ok: true });
  expect(await core.call('getStatus', {})).toMatchObject({
    value: {
      recordSearch: { kind: 'asking' },
      approval: { act: 'destroyRibbon' },
      inProgress: [{ waitsForClerk: true }],
    },
  });
  const keeperFolder = keeper.services.facts.searchRoots[1] ?? '';
  expect(existsSync(join(keeperFolder, 'keeper.sock'))).toBe(true);
  await keeper.stop();
  expect(existsSync(keeperFolder)).toBe(false);

  const { core: after } = await counter(options);
  await after.call('signIn', SUPERVISOR);
  expect(await after.call('getStatus', {})).toMatchObject({
    value: { recordSearch: null, approval: null, inProgress: [{ waitsForClerk: false }] },
  });
  expect(await after.call('saveStatement', { digest })).toEqual(refused('not-now'));
  expect(await after.call('destroyRibbon', { ribbon })).toEqual(refused('not-allowed'));
  expect(await after.call('approve', approve)).toEqual(done);
  expect(await after.call('destroyRibbon', { ribbon })).toEqual(done);
});
