import { expect, it } from 'vitest';
import { entryKindNames } from '../../../shared/ledger/entries.ts';
import { ledgerSchema } from './ledger-schema.ts';

/** How many kinds of entries the programs of each version know. A released line never changes: add one. */
const KINDS_BY_VERSION: Readonly<Record<number, number>> = {
  3: 28,
  4: 30,
  5: 37,
  6: 46,
  7: 48,
  8: 50,
  9: 51,
};

it('has a version of its own for every set of kinds, so that an older program refuses the file', () => {
  expect(entryKindNames).toHaveLength(KINDS_BY_VERSION[ledgerSchema.version] ?? 0);
});
