import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { environmentOfKeeper } from '../../shared/contract/configuration.ts';
import { doctorReport } from '../../shared/doctor/report.ts';
import { subjectHere } from './subject.test-support.ts';

/** What bundling puts in the place of the name. */
const BUILD = 'data:text/javascript,globalThis.__EVALUATION__ = true;';
const program = fileURLToPath(new URL('main.ts', import.meta.url));

function doctor(words: readonly string[], environment: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, ['--import', BUILD, program, ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
}

describe.runIf(process.platform === 'linux')('the program', () => {
  const settings = () => ({ ...environmentOfKeeper(subjectHere().configuration) });

  it('prints one document, and ends with the code that stands in it, as a process of its own says it', () => {
    const { stdout, stderr, status } = doctor(['--json'], settings());
    expect(stderr).toBe('');
    const report = doctorReport.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ schema: 1, use: 'evaluation' });
    // There is no policy where it was told to look.
    expect([report.exitCode, status]).toEqual([2, 62]);
  });

  it('prints a table for people', () => {
    const { stdout, status } = doctor([], settings());
    expect(stdout).toMatch(/^Counterfoil [\d.]+, for evaluation\n\n/);
    expect(stdout).toMatch(/^FAIL {5}policy {2,}There is no .*policy\.json\.$/m);
    expect(status).toBe(62);
  });

  it.each([[['--help']], [['--json', 'swap']]])('knows no other word: %j', (words) => {
    const { stdout, stderr, status } = doctor(words, settings());
    expect([stdout, status]).toEqual(['', 63]);
    expect(stderr).toBe('counterfoil doctor knows no word but --json.\n');
  });

  it.each([
    ['without settings', {}],
    ['with settings that are none', { COUNTERFOIL_CONFIGURATION: '{"dataFolder":1}' }],
  ])('does not run %s, and says nothing of them', (_name, environment) => {
    const { stdout, stderr, status } = doctor([], environment);
    expect([stdout, status]).toEqual(['', 63]);
    expect(stderr).toMatch(/^defect in doctor: \w+\n/);
  });
});
