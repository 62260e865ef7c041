import { describe, expect, it } from 'vitest';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { explain } from './explain.ts';
import { fileOf } from './policy-paths.test-support.ts';

describe('policy explain', () => {
  const explained = (age: string, docs: string) => explain(shippedPolicy, { age, docs });

  it('says what is proven, what is missing and the three shortest ways', () => {
    const { code, say } = explained('16', 'school-id,shelter-letter');
    expect(code).toBe(1);
    expect(say).toContain(
      'Missing:\n  the birth date\nShortest ways on, three at most:\n  Passport, any country\n',
    );
    expect(say).toMatch(/The documents are not enough\.$/);
  });

  it('says when the documents are enough', () => {
    expect(explained('16', 'passport,shelter-letter')).toMatchObject({ code: 0 });
    expect(explained('16', 'passport,shelter-letter').say).toMatch(/The documents are enough\.$/);
  });

  it('says what a renewal asks, what it lacks, and what a card costs', () => {
    const renewed = (docs: string) => explain(shippedPolicy, { age: '30', docs, route: 'renewal' });
    expect(renewed('utility-bill')).toMatchObject({ code: 1 });
    expect(renewed('utility-bill').say).toContain(
      'Missing:\n  Old card\nShortest ways on, three at most:\n  Old card\n',
    );
    expect(renewed('old-card,utility-bill')).toMatchObject({ code: 0 });
    expect(renewed('').say).toContain(
      'shows the old card and documents that prove where the applicant lives',
    );
    expect(renewed('').say).toContain('\nThe card is free.\n');
    const replaced = explain(shippedPolicy, { age: '30', docs: 'passport', route: 'replacement' });
    expect(replaced.say).toContain(
      '\nThe card costs 10.00 USD. It may be waived: Low income, No fixed address or Safety.\n',
    );
    const open = fileOf({ ...harborCity, feeCents: null });
    expect(explain(open, { age: '30', docs: '' }).say).toContain('\nWhat the card costs is not decided.\n');
  });

  it('says that somebody is too young, whatever they show', () => {
    const path = fileOf({ ...harborCity, minimumAgeYears: 14 });
    const { code, say } = explain(path, { age: '13', docs: 'passport,shelter-letter' });
    expect(code).toBe(1);
    expect(say).toMatch(/\nNo card at 13: the program serves people from 14\.$/);
  });

  it('says that nothing is enough where nothing is', () => {
    const documents = harborCity.documents.map((kind) => ({ ...kind, ages: { from: 14 } }));
    const path = fileOf({ ...harborCity, minimumAgeYears: 14, documents });
    expect(explain(path, { age: '13', docs: '' }).say).toContain(
      'No documents of the policy would be enough at this age.',
    );
  });

  it.each([
    ['', 'passport', '--age is a whole number'],
    ['1e1', 'passport', '--age is a whole number'],
    ['16', 'pasport', 'The policy has no document pasport.'],
    ['sixteen', 'passport', '--age is a whole number'],
    ['200', 'passport', '--age is a whole number'],
    ['16', 'old-cards', 'The policy has no document old-cards.'],
  ])('refuses age %s with %s', (age, docs, says) => {
    expect(explained(age, docs).code).toBe(2);
    expect(explained(age, docs).say).toContain(says);
  });
});

it('policy explain refuses a route that the policy does not have', () => {
  const path = fileOf({ ...harborCity, routes: undefined, fees: undefined });
  expect(explain(path, { age: '16', docs: '', route: 'renewal' })).toEqual({
    code: 2,
    say: '--route is one of the policy’s: first.',
  });
});
