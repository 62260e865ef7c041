import { expect, it } from 'vitest';
import { readSettings } from '../../../shared/settings/read-settings.ts';
import { settingsText } from './settings-text.ts';

it('is a settings file, whatever a folder is called', () => {
  const asked = { dataFolder: '/tmp/a "b" \\c/ü', policyFile: '/p.json', secondsPerFace: 0.3 };
  expect(readSettings(Buffer.from(settingsText(asked)), 'linux-evaluation')).toMatchObject({
    ok: true,
    value: {
      ...{ 'data-folder': asked.dataFolder, 'policy-file': '/p.json' },
      'built-in-printer': { 'seconds-per-face': 0.3 },
    },
  });
});
