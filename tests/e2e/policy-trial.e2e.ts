import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trial } from '../../build/policy/trial.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const repository = new URL('../../', import.meta.url);

// About two minutes: three kiosks; an adult, the youngest of each group of ages, and a denial at each, with reasons or without.
test(
  'policies of other cities, drafts among them, issue and deny in the real kiosk without a change of code',
  LONG,
  async () => {
    test.setTimeout(300_000);
    const folder = test.info().outputPath('policies');
    mkdirSync(folder, { recursive: true });
    for (const path of [
      'build/programmes/citykey-draft.json',
      'build/programmes/harbor-city.json',
      'tests/fixtures/programmes/new-york.json',
    ])
      cpSync(fileURLToPath(new URL(path, repository)), join(folder, path.split('/').at(-1) ?? ''));
    const { code, say } = await trial(folder, test.info().outputPath('trial'));
    expect(code, say).toBe(0);
    expect(say.match(/issued, and erased\./g)).toHaveLength(11);
    expect(say.match(/denied, and erased\./g)).toHaveLength(3);
  },
);
