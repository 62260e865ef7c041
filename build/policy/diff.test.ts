import { describe, expect, it } from 'vitest';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { inFull } from '../../shared/programme/in-words/change-lines.ts';
import { changesBetween } from '../../shared/programme/in-words/changes.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { diff } from './diff.ts';
import { fileOf } from './policy-paths.test-support.ts';

describe('policy diff', () => {
  it('says in words what a council would ask', () => {
    const next: Policy = {
      ...harborCity,
      version: 2,
      feeCents: 500,
      card: { ...harborCity.card, title: 'City ID' },
      documents: harborCity.documents.filter(({ id }) => id !== 'employer-id'),
    };
    const employer = harborCity.documents.find(({ id }) => id === 'employer-id');
    const identity = harborCity.categories.find(({ id }) => id === 'identity');
    const texts = Object.entries(employer?.name ?? {}).map(([tag, text]) => `${text} (${tag})`);
    expect(texts).toContain('Credencial de empleado con foto (es)');
    expect(diff(fileOf(harborCity), fileOf(next))).toEqual({
      code: 0,
      say: [
        'Version: 2 (was 1).',
        'On the card, the title: City ID (was Municipal ID).',
        `Document removed: “${employer?.name.en}” (in “${identity?.name.en}”; proves who the applicant is and a photo; the original only). Texts: ${texts.join(', ')}.`,
        'Fee when no other fee applies: 5.00 USD (was 0.00 USD).',
      ].join('\n'),
    });
  });

  it('says when nothing is changed', () => {
    expect(diff(shippedPolicy, shippedPolicy).say).toBe('The two policies say the same.');
  });

  const passport = harborCity.documents[0];
  it.each<readonly [string, Policy, RegExp]>([
    [
      'categories in another order',
      { ...harborCity, categories: harborCity.categories.toReversed() },
      /^Categories in another order: other, residency, birth, identity\.$/,
    ],
    [
      'choices of a field',
      {
        ...harborCity,
        fields: harborCity.fields.map((each) =>
          each.field === 'gender' ? { ...each, choices: [{ en: 'F' }, { en: 'X' }] } : each,
        ),
      },
      /^Field changed: gender \(optional; one of F \/ X\)\.\n {2}Before: optional/,
    ],
    [
      'documents in another order, one of them changed',
      {
        ...harborCity,
        documents: harborCity.documents
          .map((kind) => (kind === passport ? { ...kind, expiredToleranceYears: 1 } : kind))
          .toReversed(),
      },
      /^Document changed: “[^”]*[Pp]assport[^”]*” \(.*1 year after it expires\)\.\n.*\nDocuments in another order: “[^”]*[Gg]uardian[^”]*”, /,
    ],
    [
      'a name in one more language',
      { ...harborCity, name: { ...harborCity.name, it: 'Città' } },
      /^Name of the program changed\. Texts: Città \(it\)\.$/,
    ],
    [
      'a kind without points',
      { ...harborCity, documents: harborCity.documents.map((kind) => ({ ...kind, points: [] })) },
      /^Document changed: “[^”]*[Pp]assport[^”]*” \(.*no points/,
    ],
    ['no tone, said in another way', { ...harborCity, sounds: { cardReady: false } }, /^$/],
  ])('tells of %s', (_, next, told) => {
    expect(changesBetween(harborCity, next).map(inFull).join('\n')).toMatch(told);
  });
});
