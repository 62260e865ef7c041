import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../shared/contract/configuration.ts';
import { ok, type Result } from '../../shared/result.ts';
import { NO_PRESET } from '../../shared/settings/preset.ts';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { asked, fileWith } from './asked-settings.test-support.ts';
import { runDoctor } from './doctor-process.ts';
import type { SettingsFailure } from './load-settings.ts';
import { type KioskStart, readConfiguration, readConfigurationToLook } from './read-configuration.ts';

const configuration: Configuration = {
  dataFolder: '/data',
  electron: { executable: '/top/counterfoil-session', arguments: [], runtime: 'evaluation' },
  node: process.execPath,
  corePath: '/core',
  workerPath: '/worker',
  recordSearchPath: '/search',
  productionPath: '/production',
  doctorPath: '/doctor',
  fontFolder: '/fonts',
  policyPath: '/policy',
  provisioned: false,
  settingsFile: null,
  exportFolder: null,
  printer: { driver: 'virtual', secondsPerFace: 8, folder: null },
  lockAfterMinutes: 5,
  preset: NO_PRESET,
  printServer: { port: 631, socket: null, settings: '/etc/cups/cups-files.conf' },
};

/** A program in the doctor's place, which ends as it is told and writes down what it was given. */
function programsWith(source: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'doctor.mjs'), source);
  return folder;
}

/** Runs such a program; what the launcher says and prints besides. */
function run(
  programs: string,
  words: readonly string[],
  settings: Result<Configuration, SettingsFailure> = ok(configuration),
  environment: NodeJS.ProcessEnv = {},
) {
  const said: string[] = [];
  const printed: string[] = [];
  const code = runDoctor({ programs, words, environment }, settings, {
    say: (line) => void said.push(line),
    print: (text) => void printed.push(text),
  });
  return { code, said, printed };
}

describe('the doctor, as the launcher runs it', () => {
  it('is given the words behind its own, the kiosk’s settings and what it is handed of the environment', () => {
    const folder = programsWith(`import { writeFileSync } from 'node:fs';
      const { COUNTERFOIL_CONFIGURATION: settings, LANG, HOME } = process.env;
      const heard = [...process.argv.slice(2), JSON.parse(settings).dataFolder, LANG, HOME ?? 'no home'];
      writeFileSync(new URL('heard', import.meta.url), heard.join(' '));
      process.exitCode = 62;`);
    expect(run(folder, ['--json'], ok(configuration), { LANG: 'C.UTF-8' })).toEqual({
      ...{ code: 2, said: [], printed: [] },
    });
    expect(readFileSync(join(folder, 'heard'), 'utf8')).toBe('--json /data C.UTF-8 no home');
  });

  it.each([
    ['a signal ended it', `process.kill(process.pid, 'SIGKILL');`, 'SIGKILL'],
    ['it ended without an answer', '', 'exit code 0'],
    ['it ended with 1, as Node does where a program breaks off', 'process.exitCode = 1;', 'exit code 1'],
    ['it ended with a number that stands for nothing', 'process.exitCode = 65;', 'exit code 65'],
  ])('did not run where %s, and says so in a document too', (_name, source, why) => {
    const folder = programsWith(source);
    expect(run(folder, [])).toEqual({ code: 3, said: [expect.stringContaining(why)], printed: [] });
    const { code, printed } = run(folder, ['--json']);
    expect(code).toBe(3);
    expect(printed.map((text): unknown => JSON.parse(text))).toEqual([
      { schema: 1, exitCode: 3, problem: expect.stringContaining(why) },
    ]);
  });

  it('that says itself that it did not run has said why', () => {
    const folder = programsWith('process.exitCode = 63;');
    expect(run(folder, ['--json'])).toEqual({ code: 3, said: [], printed: [] });
  });

  it.each([0, 1, 2, 4])('answers %i', (code) => {
    expect(run(programsWith(`process.exitCode = ${60 + code};`), []).code).toBe(code);
  });
});

describe('the doctor of settings that start no kiosk', () => {
  const path = (): string => fileWith('data-foldr = "/srv/kiosk"\n');
  const startWith = (settings: string): KioskStart => ({
    ...{ words: [], variables: [], runtime: 'evaluation' },
    asked: asked({ COUNTERFOIL_SETTINGS: settings }),
    place: { top: '/top', programs: '/programs', node: '/node' },
  });

  it('does not run, and says everything that is wrong in them', () => {
    const file = path();
    const { code, said, printed } = run('/nowhere', [], readConfigurationToLook(startWith(file)));
    expect([code, printed]).toEqual([3, []]);
    expect(said).toEqual([
      expect.stringMatching(/^counterfoil doctor did not run \(CF-59\): /),
      expect.stringContaining(`${file}:1:1: data-folder is missing`),
      expect.stringContaining(`${file}:1:1: unknown key data-foldr`),
    ]);
  });

  it('gives whoever asked for a document one all the same', () => {
    const { printed } = run('/nowhere', ['--json'], readConfigurationToLook(startWith(path())));
    expect(printed.map((text): unknown => JSON.parse(text))).toEqual([
      {
        ...{ schema: 1, exitCode: 3 },
        problem: expect.stringMatching(/^counterfoil doctor did not run \(CF-59\): .*unknown key data-foldr/),
      },
    ]);
  });
});

it('root may look, and may not start a release', () => {
  const start: KioskStart = {
    ...{ words: [], variables: [], runtime: 'production' },
    asked: asked(
      {},
      {
        evaluation: false,
        starter: { home: '/root', platform: 'linux', uid: 0 },
        usualFile: '/nowhere/s.toml',
      },
    ),
    place: { top: '/top', programs: '/programs', node: '/node' },
  };
  expect(readConfiguration(start)).toMatchObject({ error: { problem: { kind: 'root' } } });
  // It comes as far as its file, which isn't there.
  expect(readConfigurationToLook(start)).toMatchObject({ error: { problem: { kind: 'no-settings' } } });
});
