import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import type { Outcome } from '../../../shared/application/lifecycle.ts';
import { type ApplicationId, applicationId, policyHash } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openVault } from './open-vault.test-support.ts';
import type { ApplicationRow } from './rows.ts';
import type { Vault } from './vault.ts';

/** A real vault, closed and removed when the test has finished. */
export function newVault(path = join(workingFolder(), 'vault.db')): Vault {
  const opened = openVault(path);
  if (!opened.ok) throw new Error(`the vault does not open: ${opened.error.kind}`);
  onTestFinished(() => {
    opened.value.database.close();
  });
  setUpKiosk(opened.value);
  return opened.value;
}

/** The kiosk's own row: without it there are no tickets. */
export function setUpKiosk(vault: Vault): void {
  if (vault.database.prepare('SELECT 1 FROM kiosk').get() !== undefined) return;
  vault.database
    .prepare(
      "INSERT INTO kiosk (only_one, identifier, name, custody, ticket_day, last_ticket, policy) VALUES (1, 'id', 'Counter 3', 'memory', '2026-11-24', 0, '')",
    )
    .run();
}

/** No vault reads it: the features do. */
const POLICY = policyHash.parse('ab'.repeat(32));

/** An application that begins now, with a random id. */
export function begin(vault: Vault, day: string, now: number, elapsed = 0): ApplicationRow {
  const id = applicationId.parse(randomBytes(16).toString('hex'));
  return vault.create({ id, day, now, elapsed, policy: POLICY, isKeySealed: false });
}

/** An application whose wipe has just begun. */
export function wipingApplication(vault: Vault, outcome: Outcome = 'issued'): ApplicationId {
  const { id } = begin(vault, '2026-11-24', 1_800_000_000_000);
  vault.beginWipe(id, wipingAs(outcome), {
    custody: 'memory',
    driver: 'virtual',
    counted: null,
    day: '2026-11-24',
  });
  return id;
}
