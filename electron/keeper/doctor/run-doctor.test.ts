import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { fail, warn } from '../../../shared/doctor/finding.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { configurationOf } from '../start/keeper.test-support.ts';
import { runDoctor } from './run-doctor.ts';

const OPEN = new AbortController().signal;
const LONG = 60_000;

/** A program in the doctor's place. */
function programOf(source: string) {
  const folder = workingFolder();
  const doctorPath = join(folder, 'doctor.mjs');
  writeFileSync(doctorPath, source);
  const configuration = { ...configurationOf(), node: process.execPath, doctorPath };
  const environment = {
    ...{ PATH: process.env.PATH, DISPLAY: ':77', XAUTHORITY: '/cookie', XDG_RUNTIME_DIR: '/run/x' },
    ...{ WAYLAND_DISPLAY: 'wayland-7', LANG: 'de_DE.UTF-8' },
  };
  return { folder, launch: { configuration, environment } };
}

/** Says this report and ends as the doctor's process does. */
function saying(report: unknown, processCode: number): string {
  return `process.stdout.write(${JSON.stringify(JSON.stringify(report))}); process.exitCode = ${processCode};`;
}

it('is given the settings and the display, and nothing else of the keeper’s environment; its report is answered', async () => {
  const report = examinedWith({ clock: fail('It is 1970.', 'Set it.') });
  const { folder, launch } = programOf(`import { writeFileSync } from 'node:fs';
    writeFileSync(new URL('heard', import.meta.url), JSON.stringify([process.argv.slice(2), process.env]));
    ${saying(report, 62)}`);
  expect(await runDoctor(launch, OPEN, LONG)).toEqual({ kind: 'ran', report });
  const [words, environment] = JSON.parse(readFileSync(join(folder, 'heard'), 'utf8'));
  expect(words).toEqual(['--json']);
  expect(Object.keys(environment).sort()).toEqual([
    ...['COUNTERFOIL_CONFIGURATION', 'DISPLAY', 'PATH', 'XAUTHORITY', 'XDG_RUNTIME_DIR'],
  ]);
  expect(JSON.parse(environment.COUNTERFOIL_CONFIGURATION)).toEqual(launch.configuration);
});

const GREEN = examinedWith();
const [ONE] = GREEN.checks;

it.each<[string, string]>([
  ['that breaks off, as Node then ends', 'process.exitCode = 1;'],
  ['that says by its end that it did not run', saying(GREEN, 63)],
  ['that ends as any program of Node’s', saying(GREEN, 0)],
  ['that a signal ends', `process.kill(process.pid, 'SIGKILL');`],
  ['that says nothing', 'process.exitCode = 60;'],
  ['that says half of it', `process.stdout.write('{"schema":1,'); process.exitCode = 60;`],
  [
    'that says one thing and ends as another',
    saying(examinedWith({ camera: warn('None.', 'Attach one.') }), 60),
  ],
  ['of a newer release', saying({ ...GREEN, schema: 2 }, 60)],
  ['that made no check', saying({ ...GREEN, checks: [] }, 60)],
  ['that made a check which nobody here knows', saying({ ...GREEN, checks: [{ ...ONE, id: 'moon' }] }, 60)],
  ['that says more than a report has', `process.stdout.write('x'.repeat(2 ** 21)); process.exitCode = 60;`],
])('a doctor %s did not run', async (_what, source) => {
  const { launch } = programOf(source);
  expect(await runDoctor(launch, OPEN, LONG)).toEqual({ kind: 'did-not-run', why: 'no-report' });
});

it('did not run where the system starts none', async () => {
  const { launch } = programOf('');
  const configuration = { ...launch.configuration, node: '/nowhere/node' };
  expect(await runDoctor({ ...launch, configuration }, OPEN, LONG)).toEqual({
    ...{ kind: 'did-not-run', why: 'not-started' },
  });
});

/** Hangs, with a program of its own that hangs as well. Says whose session they are in. */
const HANGING = `import { spawn } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  writeFileSync(new URL('pid', import.meta.url), String(process.pid));
  setInterval(() => undefined, 1000);`;

const pidIn = (folder: string): number => Number(readFileSync(join(folder, 'pid'), 'utf8'));

it.skipIf(process.platform !== 'linux')(
  'ends it with all that it has started when the kiosk closes, and starts none after that',
  async () => {
    const closing = new AbortController();
    const { folder, launch } = programOf(HANGING);
    const running = runDoctor(launch, closing.signal, LONG);
    await expect.poll(() => pidOrNull(folder), { timeout: 20_000 }).not.toBeNull();
    await expect.poll(() => livingProcessesOf(pidIn(folder)).length, { timeout: 20_000 }).toBe(2);
    closing.abort();
    expect(await running).toEqual({ kind: 'did-not-run', why: 'stopped' });
    await expect.poll(() => livingProcessesOf(pidIn(folder)), { timeout: 20_000 }).toEqual([]);
    expect(await runDoctor(launch, closing.signal, LONG)).toEqual({ kind: 'did-not-run', why: 'stopped' });
  },
);

it.skipIf(process.platform !== 'linux')('ends one that takes too long', async () => {
  const { folder, launch } = programOf(HANGING);
  expect(await runDoctor(launch, OPEN, 2_000)).toEqual({ kind: 'did-not-run', why: 'too-long' });
  const pid = pidOrNull(folder);
  if (pid !== null) await expect.poll(() => livingProcessesOf(pid), { timeout: 20_000 }).toEqual([]);
});

function pidOrNull(folder: string): number | null {
  try {
    return pidIn(folder);
  } catch {
    return null;
  }
}
