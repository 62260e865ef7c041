import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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

it('a start whose settings are wrong has everything in the log, and is prepared as soon as the file is right', () => {
  const path = fileWith('data-foldr = "/srv/kiosk"\n');
  const { preparation, log } = prepared(path);
  expect(preparation.prepare()).toMatchObject({ kind: 'wrong-settings' });
  expect(preparation.configuration()).toBeNull();
  expect(log).toEqual([
    expect.stringContaining('counterfoil CF-59, exit code 59: '),
    expect.stringContaining(`${path}:1:1: data-folder is missing`),
    expect.stringContaining(`${path}:1:1: unknown key data-foldr`),
  ]);
  writeFileSync(path, 'data-folder = "/srv/kiosk"\n');
  expect(preparation.prepare()).toBeNull();
  expect(preparation.configuration()).toMatchObject({ dataFolder: '/srv/kiosk' });
});

it('the settings that a day began with are those of all its keepers', () => {
  const path = fileWith('data-folder = "/srv/kiosk"\n');
  const { preparation } = prepared(path);
  expect(preparation.prepare()).toBeNull();
  writeFileSync(path, 'data-folder = "/srv/elsewhere"\n');
  expect(preparation.prepare()).toBeNull();
  expect(preparation.configuration()).toMatchObject({ dataFolder: '/srv/kiosk' });
});

it('what is wrong with the command is told before any file is read', () => {
  const { preparation, log } = prepared('/nowhere/settings.toml', ['--fullscreen']);
  expect(preparation.prepare()).toEqual({ kind: 'arguments' });
  expect(log).toHaveLength(1);
});
