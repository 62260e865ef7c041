import { it } from 'vitest';
import { harborCity } from '../harbor-city.test-support.ts';
import { expectRefused } from '../policy.test-support.ts';
import type { Policy } from '../policy.ts';

const passport = harborCity.documents[0];

/** Harbor City with something else said of a field that it asks for. */
function withField(change: Partial<Policy['fields'][number]>): object {
  return {
    ...harborCity,
    fields: harborCity.fields.map((each) => (each.field === change.field ? { ...each, ...change } : each)),
  };
}

/** Harbor City with one more field. */
function withFields(more: Policy['fields'][number]): object {
  return { ...harborCity, fields: [...harborCity.fields, more] };
}

const cases: readonly (readonly [string, unknown, string, string])[] = [
  [
    'the same document twice',
    { ...harborCity, documents: [...harborCity.documents, passport] },
    `documents.${harborCity.documents.length}.id`,
    'duplicate-id',
  ],
  [
    'the same category twice',
    { ...harborCity, categories: [...harborCity.categories, { id: 'birth', name: { en: 'Again' } }] },
    `categories.${harborCity.categories.length}.id`,
    'duplicate-id',
  ],
  [
    'the same field twice',
    { ...harborCity, fields: [...harborCity.fields, ...harborCity.fields.slice(2, 3)] },
    `fields.${harborCity.fields.length}.field`,
    'duplicate-id',
  ],
  [
    'choices of a field that is written freely',
    withField({ field: 'chosenName', choices: [{ en: 'Mina' }] }),
    'fields.3.choices',
    'choices-of-no-list',
  ],
  [
    'a choice that the card has no room for',
    withField({ field: 'gender', choices: [{ en: 'F' }, { en: 'As the applicant states it' }] }),
    'fields.2.choices.1',
    'choice-too-long',
  ],
  [
    'a choice that stands twice',
    withField({ field: 'gender', choices: [{ en: 'F' }, { en: 'X' }, { en: 'F' }] }),
    'fields.2.choices.2',
    'duplicate-id',
  ],
  [
    'a choice without a promised language',
    { ...harborCity, ...withField({ field: 'gender', choices: [{ en: 'F' }] }), languages: ['en', 'es'] },
    'fields.2.choices.0',
    'translation-missing',
  ],
  [
    'a mark that everybody has to want',
    withFields({ field: 'veteran', use: 'required', label: { en: 'Veteran' } }),
    `fields.${harborCity.fields.length}.use`,
    'mark-is-required',
  ],
  [
    'two fields for one place on the card',
    withFields({ field: 'languages', use: 'optional', label: { en: 'Languages' } }),
    `fields.${harborCity.fields.length}.use`,
    'no-room-on-card',
  ],
  ['no name', { ...harborCity, fields: harborCity.fields.slice(1) }, 'fields', 'field-is-required'],
  [
    'a birth date that may be left out',
    {
      ...harborCity,
      fields: harborCity.fields.map((asked) =>
        asked.field === 'birthDate' ? { ...asked, use: 'optional' } : asked,
      ),
    },
    'fields.1.use',
    'field-is-required',
  ],
  [
    'a barcode of a field that is off',
    {
      ...harborCity,
      fields: harborCity.fields.map((asked) =>
        asked.field === 'libraryNumber' ? { ...asked, use: 'off' } : asked,
      ),
    },
    'card.barcode.field',
    'barcode-of-no-field',
  ],
  [
    'a stray category',
    {
      ...harborCity,
      documents: [...harborCity.documents, { ...passport, id: 'new', category: 'nowhere' }],
    },
    `documents.${harborCity.documents.length}.category`,
    'unknown-category',
  ],
  [
    'a stray category in the rule',
    {
      ...harborCity,
      rule: { kind: 'one-a-or-two-b', listA: ['identity'], listB: ['nowhere'], alsoRequired: [] },
    },
    'rule.listB.0',
    'unknown-category',
  ],
  [
    'a year alone of what is no date',
    {
      ...harborCity,
      fields: harborCity.fields.map((field) =>
        field.field === 'name' ? { ...field, yearOnlyAllowed: true } : field,
      ),
    },
    'fields.0.yearOnlyAllowed',
    'order-of-no-date',
  ],
  [
    'a language that a text lacks',
    { ...harborCity, languages: ['en', 'vi'], name: { en: 'Harbor City', vi: 'Thành phố' } },
    'fields.0.label',
    'translation-missing',
  ],
];

it.each(cases)('a policy is refused for %s', (_, input, path, code) => expectRefused(input, path, code));
