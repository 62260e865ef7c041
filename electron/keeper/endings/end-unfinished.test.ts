import { expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { unfinished } from './end-unfinished.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

it('of a card that was ordered waits for its worker, unless the time is up; without one it ends', () => {
  const vault = newVault();
  const { id } = begin(vault, '2026-11-24', NOON);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const worker = { isRunning: true };
  const jobs = { isRunning: () => worker.isRunning };
  const ending = (kind: Parameters<typeof unfinished>[1]) =>
    unfinished({ vault, holds, jobs, occupants: new Map() }, kind).map((row) => row.id);
  // The control: nothing is ordered, whatever a worker does.
  expect(ending('office-called-off')).toEqual([id]);
  vault.setState(id, reached({ kind: 'queued' }));
  expect(ending('office-called-off')).toEqual([]);
  expect(ending('policy-expired')).toEqual([id]);
  worker.isRunning = false;
  expect(ending('office-called-off')).toEqual([id]);
});
