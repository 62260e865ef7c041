import { describe, expect, it } from 'vitest';
import { configuration } from '../../shared/contract/configuration.ts';
import {
  type BuildFacts,
  composeConfiguration,
  type PackagePlace,
  type Starter,
} from './compose-configuration.ts';
import { help, launcherEnvironment } from './settings.ts';

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

function compose(
  environment: NodeJS.ProcessEnv,
  ...rest: readonly [place: PackagePlace, starter: Starter, build: BuildFacts]
) {
  return composeConfiguration(launcherEnvironment.parse(environment), Object.keys(environment), ...rest);
}

function composed(environment: NodeJS.ProcessEnv, starter = clerk, build: BuildFacts = release) {
  const result = compose(environment, place, starter, build);
  if (!result.ok) throw new Error(result.error.kind);
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

  it.each([
    'COUNTERFOIL_DATA',
    'COUNTERFOIL_POLICY',
    'XDG_STATE_HOME',
    'COUNTERFOIL_PRINTER_FOLDER',
    'COUNTERFOIL_EXPORTS',
  ])('is refused where %s depends on where the kiosk was started, like every other', (name) => {
    const refused = compose({ [name]: 'state' }, place, clerk, release);
    expect(refused).toEqual({ ok: false, error: { kind: 'relative-path', name, value: 'state' } });
  });

  it('has no place in an account without a home', () => {
    const lodger = { ...clerk, home: null };
    expect(compose({}, place, lodger, release)).toEqual({
      ok: false,
      error: { kind: 'no-home' },
    });
    expect(composed({ COUNTERFOIL_DATA: '/data' }, lodger).dataFolder).toBe('/data');
  });

  it('of an evaluation build or a rehearsal is never that of a release', () => {
    const folders = [release, rehearsal, evaluation].map((build) => composed({}, clerk, build).dataFolder);
    expect(new Set(folders).size).toBe(3);
  });
});

describe('the policy', () => {
  it('is the one that was told, then that of the city, or of the package where that is no release', () => {
    expect(composed({ COUNTERFOIL_POLICY: '/srv/policy.json' }).policyPath).toBe('/srv/policy.json');
    expect(composed({}).policyPath).toBe('/etc/counterfoil/policy.json');
    for (const build of [rehearsal, evaluation]) {
      expect(composed({}, clerk, build).policyPath).toBe('/opt/kiosk/resources/policy.json');
    }
  });
});

describe('a name that is none of ours', () => {
  it.each([
    ['COUNTERFOIL_DATAA', 'COUNTERFOIL_DATA'],
    ['COUNTERFOIL_PRINTER_SECOND', 'COUNTERFOIL_PRINTER_SECONDS'],
    ['COUNTERFOIL_PRINT_FOLDER', 'COUNTERFOIL_PRINTER_FOLDER'],
    ['COUNTERFOIL_EXPORT', 'COUNTERFOIL_EXPORTS'],
    ['counterfoil_data', 'COUNTERFOIL_DATA'],
    ['COUNTERFOILDATA', 'COUNTERFOIL_DATA'],
  ])('%s is refused, with the name that it comes nearest to', (name, nearest) => {
    const refused = compose({ COUNTERFOIL_DATA: '/data', [name]: '/x' }, place, clerk, release);
    if (refused.ok) throw new Error('it was taken');
    expect(refused.error).toEqual({ kind: 'unknown-setting', name, nearest });
  });

  it('is in the help if it is one of ours', () => {
    for (const name of ['COUNTERFOIL_DATA', 'COUNTERFOIL_PRINTER_FOLDER', 'COUNTERFOIL_EXPORTS'])
      expect(help()).toContain(`  ${name} `);
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
      const refused = compose({ COUNTERFOIL_PRINTER_SECONDS: seconds }, place, clerk, release);
      expect(refused).toMatchObject({ error: { kind: 'wrong-value', value: seconds } });
    }
  });

  it('is a queue of the system where the system has queues that only it reaches', () => {
    const environment = { COUNTERFOIL_OS_QUEUE: 'Card Maker 9' };
    const windows = { ...clerk, platform: 'win32' } as const;
    expect(composed(environment, windows).printer).toEqual({ driver: 'os', name: 'Card Maker 9' });
    const refused = compose(environment, place, clerk, release);
    expect(refused).toMatchObject({ error: { kind: 'wrong-value', name: 'COUNTERFOIL_OS_QUEUE' } });
  });
});

describe('the sandbox', () => {
  it('is on for an ordinary user', () => {
    expect(composed({}, clerk, evaluation).electron.arguments).toEqual([]);
  });

  it('is off for root in an evaluation build, and a release does not run as root', () => {
    expect(composed({}, root, evaluation).electron.arguments).toEqual(['--no-sandbox']);
    for (const build of [release, rehearsal])
      expect(compose({}, place, root, build)).toEqual({ ok: false, error: { kind: 'root' } });
  });
});
