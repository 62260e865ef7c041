import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { settingsAsked } from './settings-asked.ts';

it('a kiosk that npm starts is told by variables, paths from where they were typed', () => {
  expect(
    settingsAsked(
      {
        ...{ COUNTERFOIL_DATA: 'data', COUNTERFOIL_POLICY: 'city.json', COUNTERFOIL_EXPORTS: 'drive' },
        ...{ COUNTERFOIL_PRINTER_FOLDER: '/cards', COUNTERFOIL_PRINTER_SECONDS: '0.5' },
        ...{ COUNTERFOIL_CAMERA_FILE: 'none', COUNTERFOIL_DEBUGGING: '1' },
      },
      4,
    ),
  ).toEqual({
    ok: true,
    value: {
      ...{ dataFolder: resolve('data'), policyPath: resolve('city.json'), exportFolder: resolve('drive') },
      ...{ printer: { secondsPerFace: 0.5, folder: '/cards' }, camera: 'none', debugging: true },
    },
  });
});

it('without them it has a folder for evaluation, the shipped policy, and writes nothing anywhere', () => {
  expect(settingsAsked({ COUNTERFOIL_EXPORTS: '', COUNTERFOIL_POLICY: ' ' }, 4)).toEqual({
    ok: true,
    value: {
      dataFolder: join(homedir(), '.local', 'state', 'counterfoil-evaluation'),
      printer: { secondsPerFace: 4, folder: null },
    },
  });
  expect(settingsAsked({ XDG_STATE_HOME: '/state' }, 4)).toMatchObject({
    value: { dataFolder: '/state/counterfoil-evaluation' },
  });
});

it.each(['61', '-1', 'soon'])(
  '%s seconds for a face are refused, as a settings file is that says so',
  (seconds) => {
    expect(settingsAsked({ COUNTERFOIL_PRINTER_SECONDS: seconds }, 4)).toMatchObject({
      ok: false,
      error: expect.stringContaining('from 0 to 60'),
    });
  },
);
