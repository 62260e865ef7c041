import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { volatileFolder } from './sessions.test-support.ts';
import { createSessionFolder, removeSessionFolder } from './volatile-folder.ts';

it('gives a session a home that nobody else reads, with all that a library writes to below it', () => {
  const folder = createSessionFolder(volatileFolder());
  const inside = readdirSync(folder.path).map((name) => join(folder.path, name));
  expect(inside).toEqual(expect.arrayContaining(Object.values(folder.environment)));
  for (const path of [folder.path, ...inside]) {
    expect(path.startsWith(folder.path)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  }
  expect(Object.keys(folder.environment)).toEqual(
    expect.arrayContaining(['HOME', 'TMPDIR', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR']),
  );
});

it('removes a session’s folder with all that was put there, and only that one', () => {
  const keeper = volatileFolder();
  const [one, other] = [createSessionFolder(keeper), createSessionFolder(keeper)];
  mkdirSync(join(one.path, 'chromium', 'deep'), { recursive: true });
  writeFileSync(join(one.path, 'chromium', 'deep', 'Preferences'), 'x', { mode: 0o400 });
  expect(removeSessionFolder(one.path)).toEqual({ ok: true, value: null });
  expect([existsSync(one.path), existsSync(other.path)]).toEqual([false, true]);
  expect(removeSessionFolder(one.path)).toEqual({ ok: true, value: null });
});
