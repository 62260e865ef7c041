import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { environmentOfKeeper } from '../../shared/contract/configuration.ts';
import { KNOWN } from '../../shared/contract/doctor/kiosk-knowledge.test-support.ts';
import { environmentOfKnowledge } from '../../shared/contract/doctor/kiosk-knowledge.ts';
import { doctorReport } from '../../shared/doctor/report.ts';
import { firstOf } from '../../tests/support/sample.ts';
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
    expect(report).toMatchObject({ schema: 1, use: 'evaluation', seenFrom: 'shell' });
    // There is no policy where it was told to look.
    expect([report.exitCode, status]).toEqual([2, 62]);
  });

  it('sees for a keeper what that one sees, whatever unit has started it, and ends by itself', async () => {
    const child = spawn(process.execPath, ['--import', BUILD, program, '--json', '--of-keeper'], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { PATH: process.env.PATH, ...settings(), ...environmentOfKnowledge(KNOWN) },
    });
    if (child.stdout === null) throw new Error('it says nothing');
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    const report = doctorReport.parse(JSON.parse(said));
    expect([report.seenFrom, code]).toEqual(['kiosk-unit', 62]);
    // What the kiosk alone knows, and no command.
    const printer = report.checks.find((check) => check.id === 'printer');
    expect(printer).toMatchObject({ verdict: 'pass', found: expect.stringContaining('It is ready.') });
  });

  it('prints a table for people', () => {
    const { stdout, status } = doctor([], settings());
    expect(stdout).toMatch(/^Counterfoil [\d.]+, for evaluation, seen from a shell\n\n/);
    expect(stdout).toMatch(/^FAIL {5}policy {2,}There is no .*policy\.json\.$/m);
    expect(status).toBe(62);
  });

  it.each([
    [['--help'], false],
    [['--json', 'swap'], true],
    // A shell can’t say that it is a keeper.
    [['--json', '--of-keeper'], true],
  ])('knows no other word: %j', (words, asDocument) => {
    const { stdout, stderr, status } = doctor(words, settings());
    const problem = 'counterfoil doctor knows no word but --json.';
    expect([status, stderr]).toEqual([63, `${problem}\n`]);
    if (asDocument) expect(JSON.parse(stdout)).toEqual({ schema: 1, exitCode: 3, problem });
    else expect(stdout).toBe('');
  });

  const UNSET = [
    ['with settings that are none', { COUNTERFOIL_CONFIGURATION: '{"dataFolder":1}' }],
    ['without settings', {}],
  ] as const;
  it.each(firstOf(UNSET, 1))('does not run %s, and says nothing of them', (_name, environment) => {
    const { stdout, stderr, status } = doctor([], environment);
    expect([stdout, status]).toEqual(['', 63]);
    expect(stderr).toMatch(/^defect in doctor: \w+\n/);
    const asked = doctor(['--json'], environment);
    expect(asked.status).toBe(63);
    expect(JSON.parse(asked.stdout)).toMatchObject({ schema: 1, exitCode: 3, problem: expect.any(String) });
  });
});
