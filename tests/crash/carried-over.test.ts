import { expect, it } from 'vitest';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { vaultSchema } from '../../electron/keeper/vault/schema.ts';
import { manifestOf } from '../fixtures/fixture.test-support.ts';
import { filesBehind, releasesToCutShort } from './carried-over.ts';

it('a migration is cut short from the first release on, and in the last step of either file', () => {
  const releases = releasesToCutShort();
  expect(releases[0]).toBe('first-release');
  const schemas = releases.map((release) => manifestOf(release).schema);
  expect(schemas.map(({ vault }) => vault)).toContain(vaultSchema.version - 1);
  expect(schemas.map(({ ledger }) => ledger)).toContain(ledgerSchema.version - 1);
});

it.each(releasesToCutShort())('what the migration of %s writes is what is older there', (release) => {
  const { vault, ledger } = manifestOf(release).schema;
  const behind = filesBehind(release);
  expect(behind.includes('vault')).toBe(vault < vaultSchema.version);
  expect(behind.includes('ledger')).toBe(ledger < ledgerSchema.version);
  expect(behind).not.toEqual([]);
});
