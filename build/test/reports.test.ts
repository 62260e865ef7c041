import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';
import { judgedSuite } from './judgements.ts';
import { playwrightSuite } from './playwright-suite.ts';
import { inOneGo, vitestSuite } from './vitest-suite.ts';

// What the three kinds of runners write, and what is read out of it: how many passed, what failed, and by which
// words that runs alone.

it('vitest: tests by the names that it compares, and files that failed outside of a test', () => {
  const suite = vitestSuite('unit', 'unit', 'test', [], {});
  const file = (path: string, status: string, ...tests: readonly unknown[]) => ({
    name: join(repositoryFolder, path),
    status,
    assertionResults: tests,
  });
  const test = (title: string, status: string, ...ancestorTitles: readonly string[]) => ({
    ancestorTitles,
    title,
    status,
    ...(status === 'failed' ? { failureMessages: [`${title} was not`] } : {}),
  });
  const report = suite.read(
    JSON.stringify({
      numPassedTests: 2,
      testResults: [
        file('a.test.ts', 'failed', test('is (well)', 'failed', 'a door', 'open'), test('shuts', 'passed')),
        file('b.test.ts', 'failed'),
        file('c.test.ts', 'passed', test('holds', 'passed'), test('waits', 'skipped')),
      ],
    }),
  );
  expect(report).toEqual({
    passed: 2,
    failed: [
      {
        name: 'a.test.ts: a door > open > is (well)',
        alone: ['a.test.ts', '-t', '^a door > open > is \\(well\\)$'],
        why: 'is (well) was not',
      },
      { name: 'b.test.ts', alone: ['b.test.ts'], why: '' },
    ],
    notTried: [],
    note: '1 skipped',
  });
});

it('vitest: of tests that go on with what was before none is run alone', () => {
  const suite = inOneGo(vitestSuite('package', 'package', 'package', [], {}));
  const failed = { ancestorTitles: [], title: 'is purged', status: 'failed' };
  const name = join(repositoryFolder, 'counter.package.ts');
  const report = { numPassedTests: 0, testResults: [{ name, status: 'failed', assertionResults: [failed] }] };
  expect(suite.read(JSON.stringify(report)).failed).toEqual([
    { name: 'counter.package.ts: is purged', alone: [], why: '' },
  ]);
});

it('playwright: tests of files and groups, those that its own second try let pass included', () => {
  const suite = playwrightSuite('e2e', 'e2e', 'e2e', 'some.config.ts', {});
  const spec = (title: string, line: number, status: string) => ({
    title,
    file: 'door.e2e.ts',
    line,
    tests: [{ status, results: [{ errors: status === 'unexpected' ? [{ message: 'it stood open' }] : [] }] }],
  });
  const { passed, failed, note } = suite.read(
    JSON.stringify({
      stats: { expected: 1, skipped: 1 },
      suites: [
        {
          title: 'door.e2e.ts',
          specs: [spec('opens', 3, 'expected'), spec('shuts [at once]', 7, 'unexpected')],
          suites: [{ title: 'locked', specs: [spec('stays', 11, 'flaky'), spec('rests', 12, 'skipped')] }],
        },
      ],
    }),
  );
  expect(passed).toBe(1);
  expect(note).toBe('1 skipped');
  expect(failed.map(({ name }) => name)).toEqual(['door.e2e.ts: shuts [at once]', 'door.e2e.ts: stays']);
  expect(failed.map(({ why }) => why)).toEqual(['it stood open', '']);
  expect(failed[0]?.alone.slice(0, 3)).toEqual(['door.e2e.ts:7', '--grep', 'shuts \\[at once\\]( @\\w+)*$']);
});

it('judgements: a sentence that cannot be told here counts neither way, and the last lines say so', () => {
  const suite = judgedSuite('crash', 'crash', 'judge-crash.ts', [], {});
  const report = suite.read(
    JSON.stringify([
      { what: 'it holds', isPassed: true, note: '3 points', skipped: 'power cuts: no mounts' },
      { what: 'it does not', isPassed: false, where: ['here', 'and here'] },
      { what: 'who knows', isPassed: null, skipped: 'power cuts: no mounts' },
    ]),
  );
  expect(report).toEqual({
    passed: 1,
    failed: [{ name: 'crash: it does not', alone: ['--only', 'it does not'], why: 'here\nand here' }],
    notTried: ['power cuts: no mounts'],
    note: '3 points',
  });
});
