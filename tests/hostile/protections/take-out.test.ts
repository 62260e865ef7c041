import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it, vi } from 'vitest';
import { repository } from '../../../build/vite/repository.ts';
import { type Protection, textWithout } from './protection.ts';
import { hasAllProtections, protectionOf, TAKEN_OUT, takeOut } from './take-out.ts';

const FILE = 'shared/result.ts';

const withSource = (find: string, replace: string): Protection => ({
  ...{ name: 'results', what: 'An error is an error.', failing: {} },
  source: { file: FILE, find, replace },
});

/** What a bundle has of that module. */
async function bundled(protection: Protection | null): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(repository),
    plugins: [takeOut(protection)],
    build: {
      ...{ write: false, ssr: true, minify: false, target: 'node24' },
      rollupOptions: { input: fileURLToPath(new URL(FILE, repository)) },
    },
  });
  const [one] = [made].flat();
  if (one === undefined || !('output' in one)) throw new Error('nothing was bundled');
  return one.output.map((file) => ('code' in file ? file.code : '')).join('\n');
}

it('one text of one module is another in the bundle, and the file is as it was', async () => {
  const source = readFileSync(new URL(FILE, repository), 'utf8');
  const find = source.split('\n').find((line) => line.includes('ok: false') && line.includes('return')) ?? '';
  expect(find).not.toBe('');
  const replace = find.replace('ok: false', "ok: false, isTakenOut: 'yes'");
  expect(await bundled(withSource(find, replace))).toContain('isTakenOut');
  expect(await bundled(null)).not.toContain('isTakenOut');
  expect(readFileSync(new URL(FILE, repository), 'utf8')).toBe(source);
});

it('nothing is bundled where the text is not there, or more than once', async () => {
  await expect(bundled(withSource('no such text', ''))).rejects.toThrow('does not stand exactly once');
  await expect(bundled(withSource('export', ''))).rejects.toThrow('does not stand exactly once');
});

it('what is taken out is in its place exactly once', () => {
  expect(textWithout(withSource('b', 'x'), 'abc')).toBe('axc');
  // No pattern of replacing: it is the text as it stands.
  expect(textWithout(withSource('b', '$&$1'), 'abc')).toBe('a$&$1c');
  for (const text of ['ac', 'abbc'])
    expect(() => textWithout(withSource('b', ''), text)).toThrow('exactly once');
});

it('a name that no protection has is refused', () => {
  expect(() => protectionOf('no-such-protection')).toThrow('no protection is called');
});

it('a run without one says so: nothing of its modules is kept for another run', () => {
  vi.stubEnv(TAKEN_OUT, 'seed-sealed');
  expect(hasAllProtections()).toBe(false);
  vi.stubEnv(TAKEN_OUT, '');
  expect(hasAllProtections()).toBe(true);
});
