import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type KeptRuns, keepRuns, nothingKept } from './kept-runs.ts';
import { type Plan, runAll } from './run-all.ts';
import type { Suite } from './suite.ts';

interface Played {
  readonly code: 0 | 1;
  readonly lines: readonly string[];
  readonly folder: string;
}

/** A suite of one program, which gets the report's path and, when it runs alone, the test's name. */
function suiteOf(name: string, program: string): Suite {
  return {
    name,
    title: `${name} (played)`,
    tests: null,
    command: (reportPath) => ({ program: process.execPath, words: ['-e', program, reportPath] }),
    read(report) {
      const [passed = 0, ...failed]: (number | string)[] = report.split(',');
      return {
        passed: Number(passed),
        failed: failed.map((test) => ({
          name: `${name}: ${test}`,
          alone: [`${test}`],
          why: '\u001b[31mlights\u001b[39m\n\n  out',
        })),
        notTried: name === 'hindered' ? ['power cuts: no mounts', 'raw blocks: no mounts'] : [],
        note: name === 'noted' ? '7 figures' : '',
      };
    },
  };
}

/** Writes `all` as its report, and `alone` when one test is run once more. */
function writing(all: string, alone = ''): string {
  return `
    const [report, one] = process.argv.slice(1);
    const text = one === undefined ? '${all}' : '${alone}';
    require('node:fs').writeFileSync(report, text);
    process.exitCode = text.includes(',') ? 1 : 0;
  `;
}

/** Lanes side by side, each with its suites one after the other. */
type Lanes = readonly (readonly Plan[])[];

function play(lanes: Lanes): Promise<Played> {
  return playKeeping(nothingKept, lanes);
}

async function playKeeping(kept: KeptRuns, lanes: Lanes): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-suites-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const said: string[] = [];
  const plan: Plan = { sideBySide: lanes.map((inTurn) => ({ inTurn })) };
  const code = await runAll(plan, {
    folder,
    say: (text) => void said.push(text),
    kept,
  });
  return { code, lines: said.join('').trimEnd().split('\n'), folder };
}

/** Without how long it took. */
const timeless = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/\(\d+ s/, '(… s'));

it('what passes ends with a line for each suite and the sum', async () => {
  const { code, lines } = await play([
    [suiteOf('first', writing('3')), suiteOf('noted', writing('4'))],
    [suiteOf('beside', writing('5'))],
  ]);
  expect(timeless(lines.slice(-4))).toEqual([
    'first (played): 3 passed, 0 failed (… s)',
    'noted (played): 4 passed, 0 failed (… s, 7 figures)',
    'beside (played): 5 passed, 0 failed (… s)',
    '12 passed, 0 failed',
  ]);
  expect(code).toBe(0);
});

it('what this machine could not try stands in the last lines, in the line of its suite and in the sum', async () => {
  const { code, lines } = await play([[suiteOf('whole', writing('3')), suiteOf('hindered', writing('4'))]]);
  expect(timeless(lines.slice(-5))).toEqual([
    'whole (played): 3 passed, 0 failed (… s)',
    'hindered (played): 4 passed, 0 failed, 2 SKIPPED (… s)',
    'SKIPPED hindered (played): power cuts: no mounts',
    'SKIPPED hindered (played): raw blocks: no mounts',
    '7 passed, 0 failed, 2 SKIPPED for want of means',
  ]);
  expect(code).toBe(0);
});

it('a test that fails and then passes alone is named with the reason, and has failed', async () => {
  const { code, lines } = await play([[suiteOf('shaky', writing('2,blinks', '1'))]]);
  expect(timeless(lines.slice(-5))).toEqual([
    'failed, then passed alone: shaky: blinks',
    '    lights',
    '      out',
    'shaky (played): 2 passed, 1 failed (… s)',
    '2 passed, 1 failed',
  ]);
  expect(code).toBe(1);
});

it.each([
  ['fails again', '0,blinks'],
  ['runs no test at all', '0'],
])('a test that %s when it is alone did not pass', async (_name, alone) => {
  const { code, lines } = await play([[suiteOf('broken', writing('2,blinks', alone))]]);
  expect(lines.at(-5)).toBe('failed: broken: blinks');
  expect(code).toBe(1);
});

it('what passes with a stack in its output has failed, and says which line it was', async () => {
  const program = `console.error('Error: gone\\n    at act (node:fs:24:20)');${writing('3')}`;
  const { code, lines } = await play([[suiteOf('loud', program)]]);
  expect(timeless(lines.slice(-4))).toEqual([
    'failed: loud: it passed, but its output (out/test/loud.log) is not quiet',
    '        at act (node:fs:24:20)',
    'loud (played): 3 passed, 1 failed (… s)',
    '3 passed, 1 failed',
  ]);
  expect(code).toBe(1);
});

it('is alone: nothing runs beside it any more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-suites-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const mark = join(folder, 'slow-one-is-running');
  const shaky = `
    const { existsSync, writeFileSync } = require('node:fs');
    const [report, one] = process.argv.slice(1);
    writeFileSync(report, one !== undefined && !existsSync('${mark}') ? '1' : '0,blinks');
    process.exitCode = one === undefined ? 1 : 0;
  `;
  const slow = `
    const { rmSync, writeFileSync } = require('node:fs');
    setTimeout(() => {
      rmSync('${mark}');
      writeFileSync(process.argv[1], '1');
    }, 500);
  `;
  writeFileSync(mark, '');
  const { lines } = await play([[suiteOf('shaky', shaky)], [suiteOf('slow', slow)]]);
  expect(lines.at(-6)).toBe('failed, then passed alone: shaky: blinks');
  expect(existsSync(mark)).toBe(false);
});

it.each([
  ['writes no report', 'process.exitCode = 0', '0 passed, 1 failed'],
  ['ends badly although no test failed', `${writing('3')}; process.exitCode = 7`, '3 passed, 1 failed'],
])('a suite that %s has failed', async (_name, program, sum) => {
  const { code, lines } = await play([[suiteOf('odd', program)]]);
  expect(lines.at(-1)).toBe(sum);
  expect(code).toBe(1);
});

it('outputs are kept apart, whole and on the disk', async () => {
  const talking = (word: string): string => `
    console.log('${word} 1');
    setTimeout(() => console.error('${word} 2'), 100);
    ${writing('1')}
  `;
  const { lines, folder } = await play([[suiteOf('one', talking('uno'))], [suiteOf('two', talking('due'))]]);
  const at = lines.indexOf('uno 1');
  expect(lines[at + 1]).toBe('uno 2');
  expect(readFileSync(join(folder, 'two.log'), 'utf8')).toBe('due 1\ndue 2\n');
});

it('what passed is not run again where that is kept; what failed is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-suites-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const kept = keepRuns(join(folder, 'kept'), {
    committed: ['100644 blob 1\tone.ts'],
    electronVersion: '33.2.1',
    means: 'disks',
  });
  await playKeeping(kept, [[suiteOf('good', writing('3')), suiteOf('bad', writing('2,blinks', '1'))]]);
  const never = `throw new Error('run again')`;
  const { code, lines } = await playKeeping(kept, [[suiteOf('good', never), suiteOf('bad', writing('2'))]]);
  expect(lines).toContain('good (played) has passed on the same sources');
  expect(timeless(lines.slice(-3))).toEqual([
    'good (played): 3 passed, 0 failed (… s)',
    'bad (played): 2 passed, 0 failed (… s)',
    '5 passed, 0 failed',
  ]);
  expect(code).toBe(0);
});

it('what passed without having tried everything is run again: the next run may be able to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-suites-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const kept = keepRuns(join(folder, 'kept'), {
    committed: ['100644 blob 1\tone.ts'],
    electronVersion: '33.2.1',
    means: 'disks',
  });
  await playKeeping(kept, [[suiteOf('whole', writing('3')), suiteOf('hindered', writing('4'))]]);
  const never = `throw new Error('run again')`;
  const { lines } = await playKeeping(kept, [[suiteOf('whole', never), suiteOf('hindered', writing('5'))]]);
  expect(lines).toContain('whole (played) has passed on the same sources');
  expect(timeless(lines)).toContain('hindered (played): 5 passed, 0 failed, 2 SKIPPED (… s)');
});
