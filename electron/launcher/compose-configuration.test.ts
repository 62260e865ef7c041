import { describe, expect, it } from 'vitest';
import { configuration } from '../keeper/configuration.ts';
import { type BuildFacts, composeConfiguration, type Starter } from './compose-configuration.ts';

const place = {
  top: '/opt/kiosk',
  programs: '/opt/kiosk/resources/programs',
  node: '/opt/kiosk/resources/node',
};
const clerk: Starter = { root: false, home: '/home/clerk', platform: 'linux' };
const root: Starter = { root: true, home: '/root', platform: 'linux' };
const release = { evaluation: false, runtime: 'production' } as const;
const rehearsal = { evaluation: false, runtime: 'evaluation' } as const;
const evaluation = { evaluation: true, runtime: 'evaluation' } as const;

function composed(environment: NodeJS.ProcessEnv, starter = clerk, build: BuildFacts = release) {
  const result = composeConfiguration(environment, place, starter, build);
  if (!result.ok) throw new Error(result.error);
  // What the keeper itself will parse.
  return configuration.parse(result.value);
}

describe('the data folder', () => {
  it('is the one that was told, then XDG_STATE_HOME, then the home folder', () => {
    const XDG_STATE_HOME = '/state';
    expect(composed({ COUNTERFOIL_DATA: '/data', XDG_STATE_HOME }).dataFolder).toBe('/data');
    expect(composed({ COUNTERFOIL_DATA: '', XDG_STATE_HOME }).dataFolder).toBe('/state/counterfoil');
    expect(composed({}).dataFolder).toBe('/home/clerk/.local/state/counterfoil');
  });

  it('ignores an XDG_STATE_HOME that is not absolute', () => {
    expect(composed({ XDG_STATE_HOME: 'state' }).dataFolder).toBe('/home/clerk/.local/state/counterfoil');
  });

  it('of an evaluation build or a rehearsal is never that of a release', () => {
    const folders = [release, rehearsal, evaluation].map((build) => composed({}, clerk, build).dataFolder);
    expect(new Set(folders).size).toBe(3);
  });
});

describe('the printer', () => {
  it('takes 8 seconds a face and writes nowhere unless told', () => {
    expect(composed({}).printer).toEqual({ driver: 'virtual', secondsPerFace: 8, folder: null });
    const told = composed({ COUNTERFOIL_PRINTER_SECONDS: '0.5', COUNTERFOIL_PRINTER_FOLDER: '/cards' });
    expect(told.printer).toEqual({ driver: 'virtual', secondsPerFace: 0.5, folder: '/cards' });
  });

  it('takes everything that the keeper takes, and nothing else', () => {
    for (const seconds of ['0', '60']) composed({ COUNTERFOIL_PRINTER_SECONDS: seconds });
    for (const seconds of ['-1', '61', 'fast', 'NaN', 'Infinity']) {
      const refused = composeConfiguration({ COUNTERFOIL_PRINTER_SECONDS: seconds }, place, clerk, release);
      expect(refused).toEqual({ ok: false, error: expect.stringContaining(`"${seconds}"`) });
    }
  });

  it('is a queue of the system where the system has queues that only it reaches', () => {
    const environment = { COUNTERFOIL_OS_QUEUE: 'Card Maker 9' };
    const windows = { ...clerk, platform: 'win32' } as const;
    expect(composed(environment, windows).printer).toEqual({ driver: 'os', name: 'Card Maker 9' });
    const refused = composeConfiguration(environment, place, clerk, release);
    expect(refused).toEqual({ ok: false, error: expect.stringContaining('on Linux') });
  });

  it('refuses a folder that depends on where the kiosk was started', () => {
    const refused = composeConfiguration({ COUNTERFOIL_PRINTER_FOLDER: 'cards' }, place, clerk, release);
    expect(refused.ok).toBe(false);
  });
});

describe('the sandbox', () => {
  it('is on for an ordinary user', () => {
    expect(composed({}, clerk, evaluation).electron.arguments).toEqual([]);
  });

  it('is off for root in an evaluation build, and a release does not run as root', () => {
    expect(composed({}, root, evaluation).electron.arguments).toEqual(['--no-sandbox']);
    for (const build of [release, rehearsal])
      expect(composeConfiguration({}, place, root, build).ok).toBe(false);
  });
});
