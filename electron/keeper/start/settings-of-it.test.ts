import { expect, it } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { SUPERVISOR } from './keeper.test-support.ts';
import { counter } from './scripted-core.test-support.ts';

const refused = { ok: false, error: { kind: 'malformed' } };

it('every screen is told what the settings decide, and a kiosk goes live in no other way', async () => {
  const preset = { custody: 'sealed' } as const;
  const { core } = await counter({ preset, custody: null });
  expect(await core.call('getStatus', {})).toMatchObject({ value: { preset, custody: null } });
  await core.call('signIn', SUPERVISOR);
  const decide = (custody: CustodyKind) => core.call('decideCustody', { custody, inSpiteOf: [] });
  expect(await decide('memory')).toEqual(refused);
  expect(await decide('sealed')).toEqual({ ok: true, value: {} });
  expect(await core.call('getStatus', {})).toMatchObject({ value: { custody: 'sealed' } });
});

it('a kiosk that is live keeps keys where it did, and its log says so', async () => {
  const dataFolder = workingFolder();
  const { keeper } = await counter({ dataFolder, custody: 'sealed' });
  await keeper.stop();
  const said = 'The settings ask for custody "memory". This kiosk went live with "sealed", and keeps it.';
  const { core } = await counter({ dataFolder, preset: { custody: 'memory' }, log: [said] });
  expect(await core.call('getStatus', {})).toMatchObject({ value: { custody: 'sealed' } });
});
