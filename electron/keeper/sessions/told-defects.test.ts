import { readlinkSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { fakeLaunch, shownOf, stagePool } from './sessions.test-support.ts';

it('what a session writes leads nowhere, and a defect that it tells is a sentence of the closed list', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { pool } = stagePool(fakeLaunch({ FAKE_DEFECT: 'Zephyrina Vandersloot' }));
  await pool.start();
  expect(log.mock.calls.map(([text]) => text)).toEqual(['defect in main process: TypeError\n']);
  expect(readlinkSync(`/proc/${shownOf(pool).pid}/fd/2`)).toBe('/dev/null');
});
