import { describe, expect, it } from 'vitest';
import { problemLine, problemWords } from './problem-words.ts';
import { sampleProblems } from './sample-problems.test-support.ts';
import { mayTryAgain, problemNumber, type StartProblem, startProblem } from './start-problem.ts';

const MOST_WORDS = 25;
/** What a heading never has; "the kiosk’s" is no contraction. */
const CONTRACTED = /n’t\b|\b(?:it|that|there|what|who|he|she)’s\b|’(?:ll|re|ve|m|d)\b/i;
/** Of the same kind as others, in words of its own. */
const HOLDS: StartProblem = {
  ...{ kind: 'damaged', file: 'holds', path: '/srv/kiosk/holds.json', reason: 'malformed' },
};
const spoken = (problem: StartProblem): string => {
  const { title, happened, todo, call } = problemWords(problem);
  return `${title}. ${happened} ${todo} ${call}`;
};

describe('the problems of a start', () => {
  it('have a number each, which is a good exit code', () => {
    const numbers = sampleProblems.map(problemNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    // Node's own end at 13, shells' begin at 126.
    for (const number of numbers) expect(number > 13 && number < 126).toBe(true);
  });

  it('can be told from one process to another', () => {
    for (const problem of sampleProblems) expect(startProblem.parse(problem)).toEqual(problem);
  });
});

describe('the words', () => {
  it.each([...sampleProblems, HOLDS].map((problem) => [problem.kind, problem] as const))(
    'for %s are short sentences with a full stop, and end with whom to call',
    (_kind, problem) => {
      const { title, happened, todo, call } = problemWords(problem);
      expect(title).not.toMatch(/[.!?]$/);
      for (const text of [happened, todo, call]) {
        expect(text).toMatch(/[.?]$/);
        for (const sentence of text.split(/(?<=[.?]) /))
          expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(MOST_WORDS);
      }
      expect(call).toContain(`CF-${problemNumber(problem)}`);
      expect(spoken(problem)).not.toMatch(/!|Please|undefined|null|\[object/);
      // Contractions, but in no heading.
      expect(title).not.toMatch(CONTRACTED);
      expect(`${happened} ${todo} ${call}`).not.toMatch(
        /\b(?:do|does|did|is|are|was|were|has|have|could|would|must) not\b|cannot|\b(?:any|some)body\b/,
      );
    },
  );

  it('tell nobody to move a file away that is locked, full, read-only, not permitted, or a version’s', () => {
    const told = sampleProblems.filter((problem) =>
      /move the whole data folder elsewhere/.test(spoken(problem)),
    );
    expect(told.map(({ kind }) => kind)).toEqual(['foreign-file', 'damaged']);
    const moving = sampleProblems.filter((problem) => /\bmove\b/i.test(problemWords(problem).todo));
    // A stranger's file, what is in the place of ours, a place where keys cannot be kept; and twice "don't".
    expect(moving.map(({ kind }) => kind).sort()).toEqual(
      [
        ...['damaged', 'disk-error', 'disk-full', 'foreign-file', 'keys-place', 'not-a-folder'],
        'not-a-plain-file',
      ].sort(),
    );
    for (const kind of ['disk-full', 'disk-error'] as const) {
      const problem = sampleProblems.find((each) => each.kind === kind);
      expect(problem && problemWords(problem).todo).toContain('Don’t delete or move');
    }
  });

  it('know a contraction where there is one', () => {
    for (const heading of ['It isn’t signed', 'That’s another policy', 'You’ll need it'])
      expect(heading).toMatch(CONTRACTED);
    expect('The kiosk’s window does not open').not.toMatch(CONTRACTED);
  });

  it('say of a full disk what was not touched, and not what nobody has measured', () => {
    const words = problemWords({ kind: 'disk-full', path: '/srv/kiosk' });
    expect(words.happened).toBe('The kiosk has no room to write its data. None of its files was changed.');
  });

  it.each([
    [{ kind: 'newer', file: 'vault', path: '/srv/kiosk/vault.db' }, /\bnewer\b/g],
    [{ kind: 'older', file: 'ledger', path: '/srv/kiosk/ledger.db' }, /\bolder\b/g],
    [{ kind: 'disk-full', path: '/srv/kiosk' }, /\bfiles? of the kiosk\b/g],
    [{ kind: 'needless-first-staff', path: '/srv/kiosk/first-staff.json' }, /\bset up\b|\bhas staff\b/g],
  ] as const)('say a thing once: %o', (problem, said) => {
    expect((spoken(problem).match(said) ?? []).length).toBeLessThanOrEqual(1);
  });

  it('say of extra words how the kiosk is opened, and not that it takes none and where to read which it takes', () => {
    const { happened, todo } = problemWords({ kind: 'arguments' });
    expect(happened).toBe('The kiosk is opened with “counterfoil” and nothing after it.');
    expect(`${happened} ${todo}`).not.toMatch(/\btakes\b/);
  });

  it('blame the file that is gone, not the other one', () => {
    const words = (file: 'vault' | 'ledger' | 'keys') =>
      problemWords({ kind: 'missing', file, path: '/srv/kiosk' });
    expect(words('vault').title).toBe('The vault of this kiosk is missing');
    expect(spoken({ kind: 'missing', file: 'vault', path: '/srv/kiosk' })).not.toContain('ledger');
    expect(words('ledger').title).toBe('The ledger of this kiosk is missing');
    expect(words('keys').title).toBe('The key file of this kiosk is missing');
  });

  it('name the file or folder that they are about, on the page and in the log alike', () => {
    const placeless: string[] = [];
    for (const problem of sampleProblems) {
      const { details } = problemWords(problem);
      if (details !== '') expect(problemLine(problem)).toContain(`(${details})`);
      if ('path' in problem) expect(details.endsWith(`Path: ${problem.path}`), problem.kind).toBe(true);
      else if (problem.kind === 'no-tmpfs')
        for (const folder of problem.tried) expect(details).toContain(folder);
      else placeless.push(problem.kind);
    }
    // What stands in the environment, and screens: there is no file to look for.
    expect(placeless).toEqual([
      ...['arguments', 'relative-path', 'root', 'no-home'],
      ...['no-display', 'silent-display', 'no-window', 'keeps-stopping', 'display-taken'],
      'no-sandbox',
    ]);
  });

  it('are one line of the log, with code and exit code in front', () => {
    const line = problemLine({ kind: 'disk-full', path: '/srv/with\na break' });
    expect(line).toMatch(/^counterfoil CF-35, exit code 35: The disk is full\. .* Call your IT staff\./);
    expect(line).not.toContain('\n');
  });

  it('offer another try wherever something outside the start may have changed', () => {
    const fixed = sampleProblems.filter((problem) => !mayTryAgain(problem)).map(({ kind }) => kind);
    expect(fixed).not.toContain('disk-full');
    expect(fixed).toContain('settings-in-environment');
  });
});

it('of a kiosk that waits it is said that a folder came and was refused, with the code and nobody’s name', () => {
  const waiting = { kind: 'not-provisioned', path: '/srv/kiosk/first-staff.json' } as const;
  expect(problemWords({ ...waiting, refused: null }).details).toBe('Path: /srv/kiosk/first-staff.json');
  expect(problemWords({ ...waiting, refused: 96 })).toMatchObject({
    happened: expect.stringContaining('was refused'),
    details: 'Reason: refused (96). Path: /srv/kiosk/first-staff.json',
  });
});

const READY = '/etc/counterfoil/provisioning.next/ready';

it.each([
  ['marked', 'The setup folder is still being put in place, or that was cut off.', `Path: ${READY}`],
  ['changed', 'A setup folder was put in place while the kiosk was starting.', `Path: ${READY}`],
  [
    'not-read',
    'The kiosk’s account can’t see whether a setup folder is being put in place.',
    `Reason: EACCES. Path: ${READY}`,
  ],
] as const)('of a provisioning that is not settled it is said why, once: %s', (why, happened, details) => {
  const problem = { kind: 'unfinished-provisioning', why, path: READY, reason: 'EACCES' } as const;
  expect(problemWords(problem)).toMatchObject({ happened, details });
});

it.each([
  ['not-read', 'EACCES', 'The file is there, but Counterfoil can’t read it.'],
  ['too-large', '2000000 bytes', 'The file there is larger than a policy can be (1 MB).'],
  ['no-file', 'EISDIR', 'There is a folder or a device in its place, and no file.'],
] as const)('of a policy that cannot be read it is said why: %s', (why, reason, happened) => {
  const problem = { kind: 'unreadable-policy', why, path: '/etc/counterfoil/policy.json', reason } as const;
  expect(problemWords(problem)).toMatchObject({ happened, details: expect.stringContaining(reason) });
});
