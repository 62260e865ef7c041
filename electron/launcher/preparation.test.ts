import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { asked, fileWith } from './asked-settings.test-support.ts';
import { createPreparation } from './preparation.ts';

const place = { top: '/opt/kiosk', programs: '/opt/kiosk/resources/programs', node: '/opt/kiosk/node' };

function prepared(settings: string, words: readonly string[] = []) {
  const log: string[] = [];
  const preparation = createPreparation(
    {
      ...{ words, variables: [], place, runtime: 'evaluation' },
      asked: asked({ COUNTERFOIL_SETTINGS: settings }),
    },
    (line) => void log.push(line),
  );
  return { preparation, log };
}

const naming = (dataFolder: string): string => `data-folder = "${dataFolder}"\n`;

/** A kiosk whose day has begun, and whose settings name another folder by now. */
function begun() {
  const dataFolder = temporaryFolder();
  writeFileSync(join(dataFolder, 'vault.db'), 'a vault');
  const path = fileWith(naming(dataFolder));
  const { preparation, log } = prepared(path);
  expect(preparation.prepare('day')).toBeNull();
  expect(preparation.configuration()).toMatchObject({ dataFolder });
  writeFileSync(path, naming('/srv/elsewhere'));
  return { preparation, log, dataFolder, etc: dirname(path) };
}

it('a start whose settings are wrong has everything in the log, and is prepared as soon as the file is right', () => {
  const path = fileWith('data-foldr = "/srv/kiosk"\n');
  const { preparation, log } = prepared(path);
  expect(preparation.prepare('day')).toMatchObject({ kind: 'wrong-settings' });
  expect(preparation.configuration()).toBeNull();
  expect(log).toEqual([
    expect.stringContaining('counterfoil CF-59, exit code 59: '),
    expect.stringContaining(`${path}:1:1: data-folder is missing`),
    expect.stringContaining(`${path}:1:1: unknown key data-foldr`),
  ]);
  writeFileSync(path, naming('/srv/kiosk'));
  expect(preparation.prepare('day')).toBeNull();
  expect(preparation.configuration()).toMatchObject({ dataFolder: '/srv/kiosk' });
});

it('what is wrong with the command is told before any file is read', () => {
  const { preparation, log } = prepared('/nowhere/settings.toml', ['--fullscreen']);
  expect(preparation.prepare('day')).toEqual({ kind: 'arguments' });
  expect(log).toHaveLength(1);
});

describe('the settings that a day began with', () => {
  it('are those of all its keepers', () => {
    const { preparation, dataFolder } = begun();
    expect(preparation.prepare('keeper')).toBeNull();
    expect(preparation.configuration()).toMatchObject({ dataFolder });
  });

  it('are read anew once somebody has answered a page of failure', () => {
    const { preparation } = begun();
    expect(preparation.prepare('day')).toBeNull();
    expect(preparation.configuration()).toMatchObject({ dataFolder: '/srv/elsewhere' });
  });

  it('are none as long as nobody has set the kiosk up', () => {
    const unmarked = begun();
    rmSync(join(unmarked.dataFolder, 'vault.db'));
    const marked = begun();
    writeFileSync(join(marked.dataFolder, 'not-set-up'), '');
    for (const { preparation } of [unmarked, marked]) {
      expect(preparation.prepare('keeper')).toBeNull();
      expect(preparation.configuration()).toMatchObject({ dataFolder: '/srv/elsewhere' });
    }
  });

  it('end with a provisioning: no keeper starts on them with the policy and the key of another one', () => {
    const { preparation, etc } = begun();
    writeFileSync(join(etc, 'provisioned.json'), '{}');
    expect(preparation.prepare('keeper')).toBeNull();
    expect(preparation.configuration()).toMatchObject({ dataFolder: '/srv/elsewhere' });
  });

  it('start no keeper while a provisioning is being put in place', () => {
    const { preparation, log, etc } = begun();
    const next = join(etc, 'provisioning.next');
    mkdirSync(next);
    writeFileSync(join(next, 'ready'), '');
    expect(preparation.prepare('keeper')).toMatchObject({ kind: 'unfinished-provisioning', why: 'marked' });
    expect(preparation.configuration()).toBeNull();
    expect(log).toEqual([expect.stringContaining('CF-71')]);
    rmSync(next, { recursive: true });
    expect(preparation.prepare('keeper')).toBeNull();
    expect(preparation.configuration()).toMatchObject({ dataFolder: '/srv/elsewhere' });
  });
});
