import { join } from 'node:path';
import { NO_PRESET } from '../../shared/settings/preset.ts';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { type Subject, subjectOf } from './subject.ts';

/** This machine, with a kiosk that is set up nowhere: below a folder that is removed after the test. */
export function subjectHere(change: Partial<Subject['configuration']> = {}): Subject {
  const folder = temporaryFolder();
  return subjectOf(
    {
      dataFolder: join(folder, 'data'),
      electron: {
        executable: join(folder, 'package', 'counterfoil-session'),
        arguments: [],
        runtime: 'evaluation',
      },
      node: process.execPath,
      corePath: join(folder, 'core.mjs'),
      workerPath: join(folder, 'worker.mjs'),
      recordSearchPath: join(folder, 'record-search.mjs'),
      productionPath: join(folder, 'production.mjs'),
      doctorPath: join(folder, 'doctor.mjs'),
      fontFolder: join(folder, 'fonts'),
      policyPath: join(folder, 'policy.json'),
      provisioned: false,
      settingsFile: null,
      exportFolder: null,
      printer: { driver: 'virtual', secondsPerFace: 8, folder: null },
      lockAfterMinutes: 5,
      preset: NO_PRESET,
      printServer: { port: 631, socket: null, settings: '/etc/cups/cups-files.conf' },
      ...change,
    },
    {},
    { use: 'evaluation', knows: null },
  );
}
