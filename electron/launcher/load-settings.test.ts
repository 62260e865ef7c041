import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startProblem } from '../../shared/start/start-problem.ts';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { asked, fileWith, SELF } from './asked-settings.test-support.ts';
import { loadSettings } from './load-settings.ts';

describe('the settings of an evaluation package', () => {
  it('are in the file that it is told', () => {
    const path = fileWith('data-folder = "/srv/kiosk"\n');
    expect(loadSettings(asked({ COUNTERFOIL_SETTINGS: path }))).toMatchObject({
      value: { 'data-folder': '/srv/kiosk' },
    });
  });

  it('are as they always were where there is no file: below XDG_STATE_HOME, or the home folder', () => {
    const folder = (environment: NodeJS.ProcessEnv): unknown => {
      const loaded = loadSettings(asked(environment));
      return loaded.ok ? loaded.value['data-folder'] : loaded.error;
    };
    expect(folder({ XDG_STATE_HOME: '/state' })).toBe('/state/counterfoil-evaluation');
    expect(folder({ XDG_STATE_HOME: ' ', COUNTERFOIL_SETTINGS: '' })).toBe(
      '/home/clerk/.local/state/counterfoil-evaluation',
    );
  });

  it('are refused where what it is told is not there, or depends on where it was started', () => {
    const missing = join(temporaryFolder(), 'settings.toml');
    expect(loadSettings(asked({ COUNTERFOIL_SETTINGS: missing }))).toMatchObject({
      error: { problem: { kind: 'no-settings', path: missing } },
    });
    for (const name of ['COUNTERFOIL_SETTINGS', 'XDG_STATE_HOME'])
      expect(loadSettings(asked({ [name]: 'state' }))).toMatchObject({
        error: { problem: { kind: 'relative-path', name, value: 'state' } },
      });
  });

  it('have no place in an account without a home', () => {
    const starter = { home: null, platform: 'linux', uid: SELF } as const;
    expect(loadSettings(asked({}, { starter }))).toMatchObject({ error: { problem: { kind: 'no-home' } } });
  });
});

describe('the settings of a release', () => {
  const release = (usualFile: string) =>
    loadSettings(asked({}, { usualFile, evaluation: false, starter: { ...asked({}).starter, uid: 65_534 } }));

  it('are those of its file, and without it there is no kiosk', () => {
    const missing = join(temporaryFolder(), 'settings.toml');
    expect(release(missing)).toMatchObject({ error: { problem: { kind: 'no-settings', path: missing } } });
    if (SELF === 0)
      expect(release(fileWith('data-folder = "/srv/kiosk"\n'))).toMatchObject({
        value: { 'data-folder': '/srv/kiosk' },
      });
  });

  it('are root’s alone, and not those of whoever starts it', () => {
    const path = fileWith('data-folder = "/srv/kiosk"\n');
    // Root gives it away; whoever is not root has one that is theirs.
    if (SELF === 0) chownSync(path, 65_534, 65_534);
    expect(release(path)).toMatchObject({ error: { problem: { why: 'foreign-owner' } } });
  });
});

it('the first three mistakes are on the page, and all of them in the log', () => {
  const path = fileWith('a = 1\nb = 2\nc = 3\nd = 4\ndata-folder = "x"\n');
  const loaded = loadSettings(asked({ COUNTERFOIL_SETTINGS: path }));
  if (loaded.ok) throw new Error('it was taken');
  const { problem, lines } = loaded.error;
  expect(problem).toMatchObject({ kind: 'wrong-settings', path, more: 2 });
  expect(startProblem.parse(problem)).toEqual(problem);
  expect(lines.map((line) => Number(line.slice(path.length).split(':')[1]))).toEqual([1, 2, 3, 4, 5]);
});
