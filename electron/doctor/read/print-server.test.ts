import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { daemonSettings, isPrintServerInstalled, settingsChanged } from './print-server.ts';

it('the settings of a print server are as new as the newer of its two files', () => {
  const folder = join(temporaryFolder(), 'cups');
  mkdirSync(folder);
  const filesConf = join(folder, 'cups-files.conf');
  expect(settingsChanged(filesConf)).toBeNull();
  for (const path of [filesConf, daemonSettings(filesConf)]) writeFileSync(path, '');
  utimesSync(filesConf, 1_796_025_600, 1_796_025_600);
  utimesSync(daemonSettings(filesConf), 1_796_025_700, 1_796_025_700);
  expect(settingsChanged(filesConf)).toBe(1_796_025_700_000);
  expect(isPrintServerInstalled(filesConf)).toBe(true);
});
