import { expect, it } from 'vitest';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { legalHolds } from './work-status.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

it('tells of each hold what it keeps: what it froze, what began under it, and what it keeps alone', () => {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const inMemory = new Set<ApplicationId>();
  const custody = { kindOf: (id: ApplicationId) => (inMemory.has(id) ? 'memory' : 'sealed') } as const;
  const set = (scope: 'all' | 'tickets', applications: readonly ApplicationId[], since: number) =>
    holds.set({ scope, reason: 'subpoena', since, by: 'Salma Ortiz', applications });
  const told = () =>
    legalHolds({ vault, holds, custody }).map(({ frozen, later, laterInMemory, alone }) => [
      ...[frozen, later, laterInMemory, alone],
    ]);
  const open = () => begin(vault, '2026-11-24', NOON).id;

  const before = open();
  set('all', [before], NOON);
  expect(told()).toEqual([[1, 0, 0, 1]]);
  const under = open();
  inMemory.add(under);
  expect(told()).toEqual([[1, 1, 1, 2]]);
  const ofTicket = set('tickets', [under], NOON + 1);
  expect(told()).toEqual([
    [1, 1, 1, 1],
    [1, 0, 0, 0],
  ]);
  holds.lift(ofTicket);
  expect(told()).toEqual([[1, 1, 1, 2]]);
});
