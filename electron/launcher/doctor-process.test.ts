import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../shared/contract/configuration.ts';
import { ok } from '../../shared/result.ts';
import { NO_PRESET } from '../../shared/settings/preset.ts';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { asked, fileWith } from './asked-settings.test-support.ts';
import { runDoctor } from './doctor-process.ts';
import { type KioskStart, readConfiguration } from './read-configuration.ts';

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

describe('the doctor, as the launcher runs it', () => {
  it('is given the words behind its own and the kiosk’s settings, and its exit code is answered', () => {
    const folder = programsWith(`import { writeFileSync } from 'node:fs';
      const { dataFolder } = JSON.parse(process.env.COUNTERFOIL_CONFIGURATION);
      const heard = process.argv.slice(2).join(' ') + ' ' + dataFolder;
      writeFileSync(new URL('heard', import.meta.url), heard);
      process.exitCode = 62;`);
    expect(runDoctor(folder, ['--json'], ok(configuration), () => undefined)).toBe(2);
    expect(readFileSync(join(folder, 'heard'), 'utf8')).toBe('--json /data');
  });

  it.each([
    ['a signal ended it', `process.kill(process.pid, 'SIGKILL');`],
    ['it ended without an answer', ''],
    ['it ended with 1, as Node does where a program breaks off', 'process.exitCode = 1;'],
    ['it says itself that it did not run', 'process.exitCode = 63;'],
  ])('did not run where %s', (_name, source) => {
    expect(runDoctor(programsWith(source), [], ok(configuration), () => undefined)).toBe(3);
  });

  it.each([0, 1, 2])('answers %i', (code) => {
    const folder = programsWith(`process.exitCode = ${60 + code};`);
    expect(runDoctor(folder, [], ok(configuration), () => undefined)).toBe(code);
  });

  it('does not run by settings that start no kiosk, and says everything that is wrong in them', () => {
    const said: string[] = [];
    const path = fileWith('data-foldr = "/srv/kiosk"\n');
    const start: KioskStart = {
      ...{ words: [], variables: [], runtime: 'evaluation' },
      asked: asked({ COUNTERFOIL_SETTINGS: path }),
      place: { top: '/top', programs: '/programs', node: '/node' },
    };
    expect(runDoctor('/nowhere', [], readConfiguration(start), (line) => said.push(line))).toBe(3);
    expect(said).toEqual([
      expect.stringMatching(/^counterfoil doctor did not run \(CF-59\): /),
      expect.stringContaining(`${path}:1:1: data-folder is missing`),
      expect.stringContaining(`${path}:1:1: unknown key data-foldr`),
    ]);
  });
});
