import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { asked, fileWith } from './asked-settings.test-support.ts';
import type { AskedSettings } from './load-settings.ts';
import { readConfiguration } from './read-configuration.ts';

const place = { top: '/opt/kiosk', programs: '/opt/kiosk/resources/programs', node: '/opt/kiosk/node' };
const SETTINGS = 'data-folder = "/srv/kiosk"\n';

const read = (path: string, settings: AskedSettings = asked({ COUNTERFOIL_SETTINGS: path })) =>
  readConfiguration({ words: [], variables: [], runtime: 'evaluation', asked: settings, place });

/** Marks a provisioning beside these settings as ready to be put in place. */
function mark(path: string): string {
  const next = join(dirname(path), 'provisioning.next');
  mkdirSync(next, { recursive: true });
  writeFileSync(join(next, 'ready'), '');
  return join(next, 'ready');
}

it('settings that nobody is changing are read, with the record that lay beside them', () => {
  const path = fileWith(SETTINGS);
  expect(read(path)).toMatchObject({
    value: { dataFolder: '/srv/kiosk', settingsFile: { path, record: null } },
  });
  writeFileSync(join(dirname(path), 'provisioned.json'), '{}');
  expect(read(path)).toMatchObject({ value: { settingsFile: { path, record: expect.any(String) } } });
});

it('while a provisioning is being put in place nobody goes by settings, be they right or wrong', () => {
  for (const text of [SETTINGS, 'data-foldr = 1\n']) {
    const path = fileWith(text);
    const ready = mark(path);
    const problem = { kind: 'unfinished-provisioning', why: 'marked', path: ready };
    expect(read(path)).toMatchObject({ error: { problem, lines: [] } });
    rmSync(dirname(ready), { recursive: true });
    expect(read(path).ok).toBe(text === SETTINGS);
  }
});

it.each([
  ['began', 'marked', (path: string) => void mark(path)],
  ['was whole', 'changed', (path: string) => writeFileSync(join(dirname(path), 'provisioned.json'), '{}')],
])('a provisioning that %s while the settings were read is found out', (_what, why, come) => {
  const path = fileWith(SETTINGS);
  const settings = asked({ COUNTERFOIL_SETTINGS: path });
  let looks = 0;
  const meanwhile: AskedSettings = {
    ...settings,
    // Asked for before the first look, and again once the file is to be read: in between root's run comes.
    get starter() {
      looks += 1;
      if (looks === 2) come(path);
      return settings.starter;
    },
  };
  expect(read(path, meanwhile)).toMatchObject({
    error: { problem: { kind: 'unfinished-provisioning', why } },
  });
  expect(looks).toBeGreaterThan(1);
});

it('a folder that the kiosk’s account can’t look into is told as settings that it can’t read, and is no crash', () => {
  const path = join(temporaryFolder(), 'x'.repeat(300), 'settings.toml');
  expect(read(path)).toMatchObject({
    error: { problem: { kind: 'unreadable-settings', why: 'not-read', reason: 'ENAMETOOLONG' } },
  });
});

it('where nobody can tell whether one is being put in place none goes by the settings', () => {
  const path = fileWith(SETTINGS);
  const next = join(dirname(path), 'provisioning.next');
  // It leads to itself: as little is seen of it as of a folder of root's that was left without its mode.
  symlinkSync(next, next);
  expect(read(path)).toMatchObject({
    error: { problem: { kind: 'unfinished-provisioning', why: 'not-read', reason: 'ELOOP' } },
  });
});
