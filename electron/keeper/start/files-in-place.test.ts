import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { counter, create } from './scripted-core.test-support.ts';

it.each(['vault.db', 'vault.db-journal', 'ledger.db'])(
  'nobody new begins while %s is gone from under the keeper',
  async (file) => {
    const dataFolder = temporaryFolder();
    const { core } = await counter({ dataFolder });
    const path = join(dataFolder, file);
    renameSync(path, `${path}.elsewhere`);
    expect(await core.call('getStatus', {})).toMatchObject({ value: { diskFails: true } });
    expect(await core.call('create', {})).toEqual({ ok: false, error: { kind: 'not-written' } });
    renameSync(`${path}.elsewhere`, path);
    await create(core);
  },
);
