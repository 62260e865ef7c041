import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ExaminedCheck } from '../../../shared/contract/doctor/doctor-acts.ts';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { KNOWN } from '../../../shared/contract/doctor/kiosk-knowledge.test-support.ts';
import { fail, warn } from '../../../shared/doctor/finding.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { configurationOf } from '../start/keeper.test-support.ts';
import { examineByProcess } from './examine-by-process.ts';

const OPEN = { stopped: new AbortController().signal, inBackground: false } as const;
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
  return { folder, launch: { configuration, environment, use: 'residents' as const, knows: KNOWN } };
}

/** Says this report and ends as the doctor's process does. */
function saying(report: unknown, processCode: number): string {
  return `process.stdout.write(${JSON.stringify(JSON.stringify(report))}); process.exitCode = ${processCode};`;
}

it('is given the settings, the display and what the kiosk knows, and nothing else of the keeper’s environment; its report is answered', async () => {
  const report = examinedWith({ clock: fail('It is 1970.', 'Set it.') });
  const { folder, launch } = programOf(`import { writeFileSync } from 'node:fs';
    writeFileSync(new URL('heard', import.meta.url), JSON.stringify([process.argv.slice(2), process.env]));
    ${saying(report, 62)}`);
  expect(await examineByProcess(launch, OPEN, LONG)).toEqual({ kind: 'ran', report });
  const [words, environment] = JSON.parse(readFileSync(join(folder, 'heard'), 'utf8'));
  expect(words).toEqual(['--json', '--of-keeper']);
  expect(Object.keys(environment).sort()).toEqual([
    ...['COUNTERFOIL_CONFIGURATION', 'COUNTERFOIL_KNOWLEDGE'],
    ...['DISPLAY', 'PATH', 'XAUTHORITY', 'XDG_RUNTIME_DIR'],
  ]);
  expect(JSON.parse(environment.COUNTERFOIL_CONFIGURATION)).toEqual(launch.configuration);
  expect(JSON.parse(environment.COUNTERFOIL_KNOWLEDGE)).toEqual(KNOWN);
});

const GREEN = examinedWith();
const [ONE, TWO, ...OTHERS] = GREEN.checks;
/** What one check says, as the process has it. */
const withCheck = (id: string, change: Partial<ExaminedCheck>) => ({
  ...GREEN,
  checks: GREEN.checks.map((check) => (check.id === id ? { ...check, ...change } : check)),
});

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
  ['of another release', saying({ ...GREEN, program: '0.0.9' }, 60)],
  ['of a kiosk for another use', saying(examinedWith({}, 'evaluation'), 60)],
  ['that made no check', saying({ ...GREEN, checks: [] }, 60)],
  ['that made one check', saying({ ...GREEN, checks: [ONE] }, 60)],
  ['that left one out', saying({ ...GREEN, checks: [TWO, ...OTHERS] }, 60)],
  ['that made one twice in the place of another', saying({ ...GREEN, checks: [TWO, TWO, ...OTHERS] }, 60)],
  [
    'that says of what nobody knows that nothing hangs on it',
    saying(withCheck('swap', { verdict: 'not-run', stopsGoLive: false }), 60),
  ],
  ['that made a check which nobody here knows', saying({ ...GREEN, checks: [{ ...ONE, id: 'moon' }] }, 60)],
  ['that says more than a report has', `process.stdout.write('x'.repeat(2 ** 21)); process.exitCode = 60;`],
])('a doctor %s did not run', async (_what, source) => {
  const { launch } = programOf(source);
  expect(await examineByProcess(launch, OPEN, LONG)).toEqual({ kind: 'did-not-run', why: 'no-report' });
});

it('what an answer does to a go-live is by its verdict, whatever the process says of that', async () => {
  const harmless: Partial<ExaminedCheck> = { verdict: 'fail', stopsGoLive: false, isOverridable: true };
  const failed = { ...withCheck('swap', harmless), exitCode: 2 };
  const run = await examineByProcess(programOf(saying(failed, 62)).launch, OPEN, LONG);
  if (run.kind !== 'ran') throw new Error(run.why);
  const expected = examinedWith({ swap: fail('There is swap.', 'Turn it off.') });
  const goLiveOf = ({ checks }: typeof expected) =>
    checks.map(({ id, stopsGoLive, isOverridable, invariants: broken }) => ({
      ...{ id, stopsGoLive, isOverridable, broken },
    }));
  expect(goLiveOf(run.report)).toEqual(goLiveOf(expected));
  // An advice that failed has broken off: nothing is known of it.
  const broken = { ...withCheck('tpm', harmless), exitCode: 2 };
  expect(await examineByProcess(programOf(saying(broken, 62)).launch, OPEN, LONG)).toMatchObject({
    report: { checks: expect.arrayContaining([expect.objectContaining({ id: 'tpm', stopsGoLive: true })]) },
  });
});

it.runIf(process.platform === 'linux')(
  'goes behind whatever else runs on the computer where nobody waits for it, and nowhere else',
  async () => {
    const { folder, launch } = programOf(`import { existsSync, writeFileSync } from 'node:fs';
      import { getPriority } from 'node:os';
      const nap = new Int32Array(new SharedArrayBuffer(4));
      while (!existsSync(new URL('started', import.meta.url))) Atomics.wait(nap, 0, 0, 10);
      writeFileSync(new URL('priority', import.meta.url), String(getPriority()));
      ${saying(GREEN, 60)}`);
    const started = join(folder, 'started');
    const priority = async (inBackground: boolean) => {
      const run = examineByProcess(launch, { ...OPEN, inBackground }, LONG);
      // The keeper gives the priority right behind the start: on a busy computer the process is there before.
      writeFileSync(started, '');
      expect((await run).kind).toBe('ran');
      rmSync(started);
      return Number(readFileSync(join(folder, 'priority'), 'utf8'));
    };
    expect([await priority(false), await priority(true)]).toEqual([getPriority(), 19]);
  },
);

it('did not run where the system starts none', async () => {
  const { launch } = programOf('');
  const configuration = { ...launch.configuration, node: '/nowhere/node' };
  expect(await examineByProcess({ ...launch, configuration }, OPEN, LONG)).toEqual({
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
    const order = { stopped: closing.signal, inBackground: false };
    const running = examineByProcess(launch, order, LONG);
    await expect.poll(() => pidOrNull(folder), { timeout: 20_000 }).not.toBeNull();
    await expect.poll(() => livingProcessesOf(pidIn(folder)).length, { timeout: 20_000 }).toBe(2);
    closing.abort();
    expect(await running).toEqual({ kind: 'did-not-run', why: 'stopped' });
    await expect.poll(() => livingProcessesOf(pidIn(folder)), { timeout: 20_000 }).toEqual([]);
    expect(await examineByProcess(launch, order, LONG)).toEqual({ kind: 'did-not-run', why: 'stopped' });
  },
);

/** Never stops talking, and waits for nobody. */
const FLOODING = `import { writeFileSync } from 'node:fs';
  writeFileSync(new URL('pid', import.meta.url), String(process.pid));
  setInterval(() => process.stdout.write('x'.repeat(2 ** 20)), 1);`;

it.skipIf(process.platform !== 'linux')('ends one that says too much, and hears no more of it', async () => {
  const { folder, launch } = programOf(FLOODING);
  expect(await examineByProcess(launch, OPEN, LONG)).toEqual({ kind: 'did-not-run', why: 'no-report' });
  await expect.poll(() => livingProcessesOf(pidIn(folder)), { timeout: 20_000 }).toEqual([]);
});

it.skipIf(process.platform !== 'linux')('ends one that takes too long', async () => {
  const { folder, launch } = programOf(HANGING);
  expect(await examineByProcess(launch, OPEN, 2_000)).toEqual({ kind: 'did-not-run', why: 'too-long' });
  const pid = pidOrNull(folder);
  if (pid !== null) await expect.poll(() => livingProcessesOf(pid), { timeout: 20_000 }).toEqual([]);
});

/** The real doctor, which is never done: whatever ends it is not its own end. */
const ENDLESS = `import { writeFileSync } from 'node:fs';
  globalThis.__EVALUATION__ = true;
  setInterval(() => undefined, 1000);
  await import(${JSON.stringify(new URL('../../doctor/main.ts', import.meta.url).href)});
  writeFileSync(new URL('pid', import.meta.url), String(process.pid));`;

/** A keeper that has its computer looked at and does nothing else. */
const KEEPER = `import { readFileSync } from 'node:fs';
  const { examineByProcess } = await import(${JSON.stringify(new URL('examine-by-process.ts', import.meta.url).href)});
  const launch = JSON.parse(readFileSync(new URL('launch.json', import.meta.url), 'utf8'));
  await examineByProcess(launch, { stopped: new AbortController().signal, inBackground: false });`;

it.skipIf(process.platform !== 'linux')('a keeper that is killed leaves none behind', async () => {
  const { folder, launch } = programOf(ENDLESS);
  const { PATH } = launch.environment;
  writeFileSync(join(folder, 'launch.json'), JSON.stringify({ ...launch, environment: { PATH } }));
  writeFileSync(join(folder, 'keeper.mjs'), KEEPER);
  const keeper = spawn(process.execPath, [join(folder, 'keeper.mjs')], { stdio: 'inherit' });
  onTestFinished(() => void keeper.kill('SIGKILL'));
  await expect.poll(() => pidOrNull(folder) ?? 0, { timeout: 60_000 }).toBeGreaterThan(0);
  const pid = pidIn(folder);
  // The control: it doesn’t end by itself.
  expect(livingProcessesOf(pid).map((each) => each.pid)).toContain(pid);
  keeper.kill('SIGKILL');
  await expect.poll(() => livingProcessesOf(pid), { timeout: 20_000 }).toEqual([]);
});

function pidOrNull(folder: string): number | null {
  try {
    return pidIn(folder);
  } catch {
    return null;
  }
}
