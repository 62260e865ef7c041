import type { Result } from '../../../shared/result.ts';
import type { OpenFailure } from '../database/open-database.ts';
import { prepareVault, type Vault } from './vault.ts';

/** Opens a vault, and brings it to this version at once. Apart, because a program that is killed needs no vitest. */
export function openVault(path: string): Result<Vault, OpenFailure> {
  const prepared = prepareVault(path);
  return prepared.ok ? prepared.value.finish() : prepared;
}
