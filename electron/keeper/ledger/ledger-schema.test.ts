import { expect, it } from 'vitest';
import { entryKindNames, fieldsOf } from '../../../shared/ledger/entries.ts';
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
  10: 53,
  11: 62,
};

it('has a version of its own for every set of kinds, so that an older program refuses the file', () => {
  expect(entryKindNames).toHaveLength(KINDS_BY_VERSION[ledgerSchema.version] ?? 0);
});

/** How many words their lists have in all, since somebody counts them. */
const WORDS_BY_VERSION: Readonly<Record<number, number>> = { 8: 129, 9: 130, 10: 173, 11: 199 };

it('has one for every set of words as well: an entry with a word that is not known is none', () => {
  const words = entryKindNames
    .flatMap(fieldsOf)
    .flatMap(([, field]) => (field.type === 'enumeration' ? field.words : []));
  expect(words).toHaveLength(WORDS_BY_VERSION[ledgerSchema.version] ?? 0);
});
