import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ApplicationId, applicationId, type JobId, jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createJobRows } from './job-rows.ts';

/** What happens to jobs: more of them than fit into one page, in any order. */
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('begin' as const), length: fc.integer({ min: 1, max: 255 }) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('number' as const), which: fc.nat() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('purge' as const), which: fc.nat() }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }) },
  ),
  { minLength: 100, maxLength: 400 },
);

it('nothing in the files names a job whose row was removed', () => {
  fc.assert(
    fc.property(acts, (day) => {
      const path = join(workingFolder(), 'vault.db');
      const vault = newVault(path);
      const rows = createJobRows(vault.database);
      const open: { readonly name: JobId; readonly owner: ApplicationId }[] = [];
      const standing = (name: string): boolean =>
        [path, `${path}-journal`].some((file) => readFileSync(file).includes(name));
      for (const act of day) {
        if (act.kind === 'begin') {
          const name = jobId.parse(randomBytes(16).toString('hex'));
          const owner = applicationId.parse(randomBytes(16).toString('hex'));
          rows.begin({
            name,
            application: owner,
            printer: { ...CARD_PRINTER, name: 'Q'.repeat(act.length) },
          });
          open.push({ name, owner });
          continue;
        }
        const job = open[act.which % Math.max(1, open.length)];
        if (job === undefined) continue;
        if (act.kind === 'number') rows.setNumber(job.name, 70_000);
        else if (act.kind === 'purge') rows.setPurged(job.name, 'not-proven');
        else {
          // The control: as long as it is there it is found.
          expect(standing(job.name)).toBe(true);
          rows.remove(job.owner);
          vault.eraseJournal();
          expect(standing(job.name), 'a job that is gone').toBe(false);
          open.splice(open.indexOf(job), 1);
        }
      }
      vault.database.close();
    }),
    // Shrinking takes long and tells no more.
    { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 100 : 12, endOnFailure: true },
  );
});
