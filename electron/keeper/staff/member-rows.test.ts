import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MemberId, memberId } from '../../../shared/contract/ids.ts';
import type { WrappedDeviceKey } from '../custody/device-key.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { memberRowsOf } from './member-rows.ts';

/** Years of a large service center: more members than fit into one page, in any order. */
const acts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('insert' as const), length: fc.nat(60) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('rewrap' as const), which: fc.nat() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }) },
  ),
  { minLength: 100, maxLength: 300 },
);

const wrapping = (): WrappedDeviceKey => ({ salt: randomBytes(16), sealed: randomBytes(72) });

it.each([
  // In these an old wrapping stood in the gap of a page that others used.
  ['that were found', { seed: 2062549233, path: '70', numRuns: 1 }],
  ['of any kind', { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 40 : 8 }],
])('an old passphrase opens nothing that stands in the file, after years %s', (_what, runs) => {
  fc.assert(
    fc.property(acts, (years) => {
      const path = join(workingFolder(), 'vault.db');
      const vault = newVault(path);
      const rows = memberRowsOf(vault.database);
      const members: { readonly member: MemberId; wrapped: WrappedDeviceKey }[] = [];
      const standing = ({ sealed }: WrappedDeviceKey): boolean => readFileSync(path).includes(sealed);
      for (const act of years) {
        if (act.kind === 'insert') {
          const identifier = memberId.parse(randomBytes(16).toString('hex'));
          const wrapped = wrapping();
          rows.insert(
            { identifier, name: identifier.padEnd(32 + act.length, 'n'), role: 'clerk', wrapped },
            { mustChange: true, givenBy: null },
          );
          members.push({ member: identifier, wrapped });
          continue;
        }
        const known = members[act.which % Math.max(1, members.length)];
        if (known === undefined) continue;
        const old = known.wrapped;
        // The control: as long as it is valid it is found.
        expect(standing(old)).toBe(true);
        vault.database.transaction(() => {
          if (act.kind === 'remove') {
            rows.remove(known.member);
            members.splice(members.indexOf(known), 1);
          } else {
            known.wrapped = wrapping();
            rows.rewrap(known.member, known.wrapped, { mustChange: false, givenBy: null });
          }
        })();
        expect(standing(old), 'an old wrapping').toBe(false);
      }
      vault.database.close();
    }),
    // Shrinking takes long and tells no more.
    { ...runs, endOnFailure: true },
  );
});
