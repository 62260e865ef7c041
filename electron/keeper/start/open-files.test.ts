import { expect, test } from 'vitest';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import { openCustody } from '../custody/custody.ts';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { readOffered } from '../policy/policy-at-start.ts';
import { openCounter } from './keeper.test-support.ts';
import { type KioskFiles, openFiles } from './open-files.ts';

/** Opens the files, runs `act` on them, and closes them. Answers the refusal, or null. */
function refusalFor(dataFolder: string, use: KioskUse, act: (files: KioskFiles) => void = () => undefined) {
  const files = openFiles(dataFolder, { custody: openCustody, use, policy: readOffered(policyFile()) });
  if (!files.ok) return files.error.failure.kind;
  act(files.value);
  files.value.ledger.close();
  files.value.vault.database.close();
  return null;
}

test('a kiosk for residents never opens what was rehearsed, and a rehearsal never what is theirs', async () => {
  const [residents, rehearsed] = [temporaryFolder(), temporaryFolder()];
  for (const [dataFolder, custody] of [
    [residents, 'memory'],
    [rehearsed, null],
  ] as const) {
    const { keeper } = await openCounter({ dataFolder, custody, scripted: false });
    await keeper.stop();
  }
  refusalFor(rehearsed, 'rehearsal', ({ ledger }) =>
    ledger.append({
      kind: 'rehearsal-began',
      utc: 1_760_000_000_000,
      by: '11'.repeat(16),
      custody: 'memory',
    }),
  );
  expect(refusalFor(residents, 'residents')).toBeNull();
  expect(refusalFor(residents, 'rehearsal')).toBe('of-residents');
  expect(refusalFor(rehearsed, 'rehearsal')).toBeNull();
  expect(refusalFor(rehearsed, 'residents')).toBe('of-rehearsal');
});
