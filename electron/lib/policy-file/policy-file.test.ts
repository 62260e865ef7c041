import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../../build/programmes/shipped-policy.ts';
import { workingFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { policyOfTests } from '../../keeper/policy/policy.test-support.ts';
import { readPolicyFile } from './policy-file.ts';

function fileOf(text: string | Uint8Array): string {
  const path = join(workingFolder(), 'policy.json');
  writeFileSync(path, text);
  return path;
}

/** The policy as people write it, one value to a line, with a change to its text. */
function changed(from: string, to: string): { path: string; line: number } {
  const text = JSON.stringify(policyOfTests, null, 2);
  expect(text.split(from)).toHaveLength(2);
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  return { path: fileOf(text.replace(from, to)), line };
}

/** What is wrong first, where a policy has a mistake. */
function firstIssue(path: string) {
  const read = readPolicyFile(path);
  if (read.ok || read.error.kind !== 'wrong') throw new Error(`not wrong: ${JSON.stringify(read)}`);
  const [issue] = read.error.issues;
  return issue === undefined ? undefined : { ...issue, path: issue.path.join('.') };
}

const ENDS_EARLY = 'the file ends too early: something that was opened is not closed';
const NOT_UTF_8 = {
  kind: 'not-json',
  line: 1,
  column: 1,
  allowed: 'is not written in UTF-8: save the file with the encoding UTF-8',
} as const;

describe('a policy file', () => {
  it('is read, and named by its bytes', () => {
    const read = readPolicyFile(shippedPolicy);
    const sum = createHash('sha256').update(readFileSync(shippedPolicy)).digest('hex');
    expect(read).toMatchObject({ ok: true, value: { hash: sum, rules: { id: 'harbor-city' } } });
    // Other bytes are another policy, also where they say the same.
    const spaced = fileOf(`${readFileSync(shippedPolicy, 'utf8')}\n`);
    const again = readPolicyFile(spaced);
    expect(again.ok && read.ok && again.value.hash !== read.value.hash).toBe(true);
  });

  it.each([
    ['missing', () => join(workingFolder(), 'policy.json'), { kind: 'missing' }],
    ['below a file', () => join(fileOf('{}'), 'policy.json'), { kind: 'missing' }],
    ['a link to nothing', danglingLink, { kind: 'missing' }],
    ['a folder', folder, { kind: 'no-file' }],
    ['a pipe that nobody writes into', pipe, { kind: 'no-file' }],
    ['a device', () => '/dev/zero', { kind: 'no-file' }],
    ['50 MB', fiftyMegabytes, { kind: 'too-large', bytes: 50_000_000 }],
    ['empty', () => fileOf(''), { kind: 'not-json', line: 1, column: 1, allowed: 'the file is empty' }],
    [
      'cut off',
      () => fileOf('{\n  "format": 1,\n'),
      { kind: 'not-json', line: 3, column: 1, allowed: ENDS_EARLY },
    ],
    [
      'with a comma too many',
      () => fileOf('{\n  "format": 1,\n}'),
      { kind: 'not-json', line: 3, column: 1, allowed: 'a comma too many stands before this' },
    ],
    [
      'without a comma',
      () => fileOf('{\n  "format": 1\n  "version": 1\n}'),
      { kind: 'not-json', line: 3, column: 3, allowed: 'a comma (,) is missing before this' },
    ],
    ['in UTF-16', () => fileOf(Buffer.from('\ufeff{}', 'utf16le')), NOT_UTF_8],
    ['in Windows-1252', () => fileOf(Buffer.from('{ "a": "caf\xe9" }', 'latin1')), NOT_UTF_8],
    [
      'with a comment',
      () => fileOf('{\n  // ours\n  "format": 1\n}'),
      { kind: 'not-json', line: 2, column: 3, allowed: 'takes no comment: JSON has none' },
    ],
    [
      'nested 200,000 deep behind a comment with a quote',
      () => fileOf(`/*"*/${'['.repeat(200_000)}`),
      {
        ...{ kind: 'not-json', line: 1, column: 38 },
        allowed: 'takes no more than 32 brackets inside each other',
      },
    ],
    [
      'a list of 200,000 numbers',
      () => fileOf(`{ "rule": { "alsoRequired": [${'1,'.repeat(200_000)}1] } }`),
      { ...{ kind: 'not-json', line: 1, column: 40_031 }, allowed: 'takes no more than 20000 values' },
    ],
    [
      'the same key a hundred thousand times',
      () => fileOf(`{\n${'"a":1,\n'.repeat(100_000)}"a":1}`),
      { ...{ kind: 'not-json', line: 20_002, column: 6 }, allowed: 'takes no more than 20000 values' },
    ],
    [
      'nested 200,000 deep',
      () => fileOf(`{\n"documents": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
      {
        ...{ kind: 'not-json', line: 2, column: 45 },
        allowed: 'takes no more than 32 brackets inside each other',
      },
    ],
    ['a picture', () => fileOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47])), NOT_UTF_8],
  ])('that is %s is refused, and left as it is', (_, make, error) => {
    const path = make();
    expect(readPolicyFile(path)).toEqual({ ok: false, error });
  });

  it.runIf(process.getuid?.() !== 0)('that may not be read is refused', () => {
    const path = fileOf('{}');
    chmodSync(path, 0o000);
    expect(readPolicyFile(path)).toEqual({ ok: false, error: { kind: 'unreadable', code: 'EACCES' } });
  });

  it.each([
    [
      'an unknown key',
      '"version": 1',
      '"version": 1, "versoin": 1',
      'versoin',
      'is no key that is known there',
    ],
    ['a wrong type', '"version": 1', '"version": "1"', 'version', 'takes a number'],
    ['a value that is none', '"harbor"', '"lagoon"', 'card.design', 'takes "harbor" or "quay"'],
    ['a color that is none', '"#0B5C63"', '"teal"', 'card.accent', 'takes a color as #RRGGBB'],
    [
      'an id used twice',
      '"drivers-license"',
      '"passport"',
      'documents.1.id',
      'stands twice: each id names one entry',
    ],
    [
      'a zone that is none',
      '"UTC"',
      '"Harbor/City"',
      'timeZone',
      'takes a time zone of the IANA database, such as "America/New_York"',
    ],
    [
      'nothing decided',
      '"feeCents": 0',
      '"feeCents": null',
      'feeCents',
      'is not decided (null), and needed because the clerk has to know what to collect',
    ],
    [
      'an empty list',
      '"required": [\n      "photo"',
      '"required": [], "required2": [\n      "photo"',
      'rule.required',
      'takes at least 1 entries',
    ],
  ])('with %s is refused with line, place and what is allowed', (_, from, to, path, allowed) => {
    const made = changed(from, to);
    expect(firstIssue(made.path)).toMatchObject({ path, allowed, line: made.line });
  });

  it('with the mark that Windows puts before UTF-8 is read', () => {
    const text = `\ufeff${readFileSync(shippedPolicy, 'utf8').replaceAll('\n', '\r\n')}`;
    expect(readPolicyFile(fileOf(text)).ok).toBe(true);
  });

  it('with a key written twice is refused: a parser would take the last without a word', () => {
    const { path, line } = changed('"version": 1', '"version": 1,\n  "version": 1');
    expect(firstIssue(path)).toMatchObject({ path: 'version', allowed: 'stands twice here', line: line + 1 });
  });

  it('with a text of two lines is refused: no card has a place for a line break', () => {
    const { path, line } = changed(`"title": "${policyOfTests.card.title}"`, '"title": "Resident\\nCard"');
    expect(firstIssue(path)).toMatchObject({
      path: 'card.title',
      allowed: 'takes a text on one line, without spaces at its ends',
      line,
    });
  });

  it('with a missing value is refused where it should stand', () => {
    const { retention: _left, ...rest } = policyOfTests;
    expect(firstIssue(fileOf(JSON.stringify(rest, null, 2)))).toMatchObject({
      ...{ path: 'retention', line: 1, allowed: 'is missing: takes an object in { }' },
    });
  });

  it('that contradicts itself is refused', () => {
    const documents = policyOfTests.documents.filter(({ proves }) => !proves.includes('residency'));
    const policy = { ...policyOfTests, ageRules: undefined, documents };
    expect(firstIssue(fileOf(JSON.stringify(policy)))).toMatchObject({
      path: 'rule',
      allowed:
        'asks for more than all documents of the policy prove together (at age 0 nothing gives "residency")',
    });
  });
});

function danglingLink(): string {
  const path = join(workingFolder(), 'policy.json');
  symlinkSync('/nowhere/policy.json', path);
  return path;
}

function folder(): string {
  const path = join(workingFolder(), 'policy.json');
  mkdirSync(path);
  return path;
}

function pipe(): string {
  const path = join(workingFolder(), 'policy.json');
  execFileSync('mkfifo', [path]);
  return path;
}

function fiftyMegabytes(): string {
  const path = fileOf('');
  truncateSync(path, 50_000_000);
  return path;
}
