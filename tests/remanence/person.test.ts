import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { birthDateForms, createCanaryPerson } from './person.ts';

/** The days that stand in these bytes as Chromium's tables have them: 1991-10-27 in UTF-16, at any place. */
function daysIn(bytes: Buffer): ReadonlySet<string> {
  const texts = [bytes, bytes.subarray(1)].map((from) => from.toString('utf16le'));
  return new Set(texts.flatMap((text) => text.match(/\d{4}-\d{2}-\d{2}/g) ?? []));
}

describe('an invented applicant', () => {
  it('is born on no day that the tables of the runtime name', async () => {
    const { executable } = await findRuntime();
    const named = daysIn(readFileSync(join(dirname(executable), 'icudtl.dat')));
    // The control: a day of the table of time zones.
    expect(named).toContain('1991-10-27');
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.infiniteStream(random), (numbers) => {
        const forms = birthDateForms(createCanaryPerson(() => numbers.next().value ?? 0));
        expect(forms.length).toBeGreaterThan(5);
        expect(forms.filter((form) => named.has(form))).toEqual([]);
      }),
    );
    const bornIn = (latest: number) => Number(createCanaryPerson(() => latest).birthYear);
    expect(bornIn(0.999)).toBeLessThan(Math.min(...[...named].map((day) => Number(day.slice(0, 4)))));
  });
});
