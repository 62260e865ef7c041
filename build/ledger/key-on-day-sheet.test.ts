import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testClock } from '../../electron/keeper/clock.test-support.ts';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { NO_HEALTH } from '../../electron/keeper/health/health.test-support.ts';
import { createDaySheets } from '../../electron/keeper/ledger/day-sheets.ts';
import { outboxOn } from '../../electron/keeper/outbox/outbox.test-support.ts';
import { newVault } from '../../electron/keeper/vault/vault.test-support.ts';
import { keyOfCheckpoint } from './read-commands.ts';

it('the fingerprint of the kiosk’s key on its day sheet is that of the key that signs, and what the command prints of a checkpoint', () => {
  const vault = newVault();
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 18) });
  const { ledger } = outboxOn(vault, clock);
  const daySheets = createDaySheets({ ledger, kiosk: vault.kiosk, clock, vault, health: NO_HEALTH });
  const { paper } = daySheets.make({ kind: 'not-counted', counts: { issued: 0, spoiled: 0, wiped: 0 } });
  const told = paper.rows.find(({ label }) => label === 'Key fingerprint')?.value;
  const checkpoint = ledger.checkpoint();
  if (checkpoint === undefined) throw new Error('a ledger that was opened has a head');
  const digits = hash('sha256', Buffer.from(checkpoint.publicKey, 'base64'), 'hex').slice(0, 32);
  expect(told?.replaceAll(' ', '')).toBe(digits);
  const file = join(workingFolder(), 'checkpoint.json');
  writeFileSync(file, JSON.stringify(checkpoint));
  expect(keyOfCheckpoint(file)).toMatchObject({ code: 0, say: told });
});
