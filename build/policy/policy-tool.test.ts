import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { undecidedPaths } from '../../shared/programme/complete.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { inFull } from '../../shared/programme/in-words/change-lines.ts';
import { changesBetween } from '../../shared/programme/in-words/changes.ts';
import { type Policy, policySchema } from '../../shared/programme/policy.ts';
import { patternOf, reasonFor, undecidedReasons } from '../../shared/programme/undecided-reasons.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { makeKeys } from './keys.ts';
import { start, writeNew } from './new.ts';
import { checkSigned, signFile } from './sign.ts';

/** A policy as people write it, one value to a line. */
function fileOf(policy: unknown): string {
  const path = join(workingFolder(), 'policy.json');
  writeFileSync(path, JSON.stringify(policy, null, 2));
  return path;
}

describe('policy check', () => {
  it('says that the shipped policy is complete', () => {
    expect(check(shippedPolicy)).toEqual({
      code: 0,
      say: `${shippedPolicy}: harbor-city, version 1. It is complete: a kiosk can work by it.`,
    });
  });

  it('says of each mistake where it is, what it is about, and what may stand there', () => {
    const path = fileOf({ ...harborCity, feeCents: 'free', hold: { wipeBegun: 'ask' } });
    const lines = readFileSync(path, 'utf8').split('\n');
    const placeOf = (value: string) => {
      const line = lines.findIndex((each) => each.includes(value));
      return `${path}:${line + 1}:${(lines[line] ?? '').indexOf(value) + 1}`;
    };
    expect(check(path)).toEqual({
      code: 1,
      say: [
        `${placeOf('"free"')} feeCents: this takes a whole number of cents, such as 1500 for 15.00.`,
        `${placeOf('"ask"')} hold.wipeBegun: this takes "complete" or "stop".`,
        `${path}: 2 mistakes. No kiosk takes it.`,
      ].join('\n'),
    });
  });

  it('says of each value that is not decided why it is needed', () => {
    const { code, say } = check(fileOf({ ...harborCity, feeCents: null }));
    expect(code).toBe(1);
    expect(say).toMatch(
      /:\d+:\d+ feeCents: not decided\. Needed because the clerk has to know what to collect\.\n/,
    );
    expect(say).toMatch(/1 value not decided: no kiosk goes live with it\.$/);
  });

  it.each([
    ['no file', () => join(workingFolder(), 'none.json'), 'does not exist.'],
    ['a folder', () => workingFolder(), 'is not a file.'],
    ['a file that ends early', () => fileWith('{'), 'the file ends too early'],
    ['a key twice', () => fileWith('{ "format": 1, "format": 1 }'), 'stands twice here'],
    ['too many brackets', () => fileWith('['.repeat(200_000)), 'no more than 32 brackets'],
    ['50 MB', () => fileWith(' '.repeat(50_000_000)), 'too large'],
    ['a list', () => fileOf([]), 'takes an object in { }'],
  ])('refuses %s', (_, make, says) => {
    const { code, say } = check(make());
    expect(code).toBe(1);
    expect(say).toContain(says);
  });

  it('judges a rule of ten thousand kinds by what a policy may have, at once', () => {
    const documents = Array.from({ length: 10_000 }, (_, index) => ({
      ...harborCity.documents[0],
      id: `kind-${index}`,
    }));
    expect(check(fileWith(JSON.stringify({ ...harborCity, documents }))).say).toMatch(
      /too large|at most 64 entries/,
    );
  });
});

function fileWith(text: string): string {
  const path = join(workingFolder(), 'policy.json');
  writeFileSync(path, text);
  return path;
}

describe('a value that a policy may leave undecided', () => {
  it('has a reason why it is needed, in every place that the schema has for one', () => {
    const open: Policy = {
      ...start,
      documents: start.documents.map((kind) => ({
        ...kind,
        expiredToleranceYears: null,
        issuedWithinDays: null,
        points: [{ category: 'identity', points: null }],
      })),
      ageRules: [
        {
          ages: { from: 0, to: 13 },
          rule: { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: null },
        },
      ],
      routes: [
        { route: 'renewal', documents: null, oldCard: null },
        {
          route: 'correction',
          documents: { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: null },
          oldCard: 'taken-in',
        },
      ],
      fees: [{ route: 'renewal', cents: null }],
      denial: {
        reasons: [{ id: 'other', name: { en: 'Another reason' }, slip: { en: 'Ask the clerk.' } }],
        review: null,
        appeal: { how: { en: 'At City Hall.' }, withinDays: null },
      },
    };
    const noAppeal: Policy = { ...open, denial: open.denial && { ...open.denial, appeal: null } };
    expect(policySchema.safeParse(open).success).toBe(true);
    expect(policySchema.safeParse(noAppeal).success).toBe(true);
    const paths = [...undecidedPaths(open), ...undecidedPaths(noAppeal)];
    for (const path of paths) expect(reasonFor(path)).toMatch(/^[a-z].*[a-z]$/);
    expect(new Set(paths.map(patternOf))).toEqual(new Set(Object.keys(undecidedReasons)));
  });
});

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

describe('policy diff', () => {
  it('says in words what a council would ask', () => {
    const next: Policy = {
      ...harborCity,
      version: 2,
      feeCents: 500,
      card: { ...harborCity.card, title: 'City ID' },
      documents: harborCity.documents.filter(({ id }) => id !== 'employer-id'),
    };
    expect(diff(fileOf(harborCity), fileOf(next))).toEqual({
      code: 0,
      say: [
        'Version: 2 (was 1).',
        'On the card, the title: City ID (was Municipal ID).',
        'Document removed: employer-id (in identity; proves who the applicant is and a photo; the original only). Texts: Employer’s ID with photo (en), Credencial de empleado con foto (es).',
        'Fee where none of the list fits: 5.00 (was 0.00).',
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
      /^Document changed: passport \(.*1 year after it expires\)\.\n.*\nDocuments in another order: parent-or-guardian, /,
    ],
    [
      'a name in one more language',
      { ...harborCity, name: { ...harborCity.name, es: 'Ciudad' } },
      /^Name of the program changed\. Texts: Ciudad \(es\)\.$/,
    ],
    [
      'a kind without points',
      { ...harborCity, documents: harborCity.documents.map((kind) => ({ ...kind, points: [] })) },
      /^Document changed: passport \(.*no points/,
    ],
    ['no tone, said in another way', { ...harborCity, sounds: { cardReady: false } }, /^$/],
  ])('tells of %s', (_, next, told) => {
    expect(changesBetween(harborCity, next).map(inFull).join('\n')).toMatch(told);
  });
});

describe('policy new', () => {
  it('writes a file that has no mistake, and overwrites none', () => {
    const path = join(workingFolder(), 'new.json');
    expect(writeNew(path).code).toBe(0);
    const { say } = check(path);
    expect(say).not.toContain('mistake');
    expect(say).toContain('10 values not decided');
    expect(writeNew(path)).toEqual({ code: 2, say: `${path} is there already: nothing was written.` });
  });
});

describe('policy keys and sign', () => {
  function keys() {
    const folder = join(workingFolder(), 'keys');
    const made = makeKeys(folder);
    const paths = {
      privateKey: join(folder, 'program-key.private.pem'),
      publicKey: join(folder, 'program-key.pem'),
    };
    return { folder, made, ...paths };
  }

  it('makes a pair that nobody else may read, says what each is for, and overwrites nothing', () => {
    const { folder, made, privateKey, publicKey } = keys();
    expect(made).toMatchObject({ code: 0, say: expect.stringMatching(/Fingerprint: ([0-9a-f]{4} ?){8}\./) });
    expect(statSync(privateKey).mode & 0o777).toBe(0o600);
    const before = [readFileSync(privateKey, 'utf8'), readFileSync(publicKey, 'utf8')];
    expect(makeKeys(folder)).toMatchObject({ code: 2, say: expect.stringContaining('never overwritten') });
    rmSync(privateKey);
    expect(makeKeys(folder)).toMatchObject({ code: 2, say: expect.stringContaining(publicKey) });
    expect(readFileSync(publicKey, 'utf8')).toBe(before[1]);
  });

  it('signs what a kiosk can work by, and `check` tells a signature from a forged one', () => {
    const { privateKey, publicKey } = keys();
    const path = fileOf(harborCity);
    expect(checkSigned(path, publicKey)).toMatchObject({
      code: 1,
      say: expect.stringContaining('not signed'),
    });
    expect(signFile(path, privateKey)).toMatchObject({ code: 0 });
    expect(checkSigned(path, publicKey)).toMatchObject({
      code: 0,
      say: expect.stringMatching(/can work by it\.\n.*signed with this key\.$/),
    });
    expect(checkSigned(path, keys().publicKey)).toMatchObject({ code: 1 });
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    expect(checkSigned(path, publicKey)).toMatchObject({
      code: 1,
      say: expect.stringContaining('not the signature of this file'),
    });
    expect(checkSigned(path, privateKey)).toMatchObject({ code: 2 });
  });

  it('signs neither a draft nor a mistake, and with no other key', () => {
    const { privateKey, publicKey } = keys();
    for (const path of [fileOf({ ...harborCity, feeCents: null }), fileWith('{')]) {
      expect(signFile(path, privateKey)).toMatchObject({
        code: 1,
        say: expect.stringMatching(/Not signed\.$/),
      });
      expect(() => readFileSync(`${path}.sig`)).toThrow('ENOENT');
    }
    expect(signFile(fileOf(harborCity), publicKey)).toMatchObject({ code: 2 });
    expect(signFile(fileOf(harborCity), join(workingFolder(), 'none'))).toMatchObject({ code: 2 });
  });
});

describe('npm run policy', () => {
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../policy.ts', import.meta.url)), ...words], {
      encoding: 'utf8',
    });

  it('answers on the right stream, with the right code', () => {
    expect(run('check', shippedPolicy)).toMatchObject({ status: 0, stderr: '' });
    expect(run('check', fileWith('{'))).toMatchObject({ status: 1, stderr: '' });
    expect(run('explain', shippedPolicy, '--age', '16', '--docs', 'passport')).toMatchObject({ status: 1 });
    for (const words of [
      [],
      ['check'],
      ['sell', 'x'],
      ['check', 'a', 'b'],
      ['diff', 'a'],
      ['check', 'a', '--age', '1'],
      ['sign', 'a'],
      ['diff', 'a', 'b', '--key', 'c'],
    ])
      expect(run(...words)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('Use: npm run policy'),
      });
  });
});
