import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { settingsOpenings } from './environment.ts';
import type { AskedSettings } from './load-settings.ts';

/** Who runs the tests. */
export const SELF = process.getuid?.() ?? 0;

/** A settings file with this text, as whoever starts an evaluation package has one. */
export function fileWith(text: string): string {
  const path = join(temporaryFolder(), 'own', 'settings.toml');
  mkdirSync(dirname(path), { mode: 0o755 });
  writeFileSync(path, text, { mode: 0o644 });
  return path;
}

/** What an evaluation package asks with this environment, on a machine without a settings file. */
export function asked(environment: NodeJS.ProcessEnv, more: Partial<AskedSettings> = {}): AskedSettings {
  return {
    openings: settingsOpenings.parse(environment),
    starter: { home: '/home/clerk', platform: 'linux', uid: SELF },
    usualFile: join(temporaryFolder(), 'settings.toml'),
    evaluation: true,
    ...more,
  };
}
