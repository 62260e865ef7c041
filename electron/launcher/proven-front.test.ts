import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { createProvenFront, type ProvenFrontOptions } from './proven-front.ts';

const FAKE_FRONT = fileURLToPath(new URL('fake-front.test-support.ts', import.meta.url));
const PROBLEM = { kind: 'problem', problem: { kind: 'no-sandbox' }, tries: 0, again: false } as const;

/**
 * A page on a machine whose kernel lets it come up with a sandbox, without one only, or not at all. It stands in a program that
 * looks at its words as Chromium does.
 */
function stage(
  comesUp: 'walled' | 'unwalled' | 'never',
  options: Pick<ProvenFrontOptions, 'sandbox' | 'isUntried'>,
) {
  const folder = temporaryFolder();
  const pages = join(folder, 'pages');
  const started = join(folder, 'started');
  const program = join(folder, 'page.ts');
  writeFileSync(
    program,
    `import { appendFileSync } from 'node:fs';
const isWalled = !process.argv.includes('--no-sandbox');
appendFileSync(${JSON.stringify(started)}, isWalled ? 'walled\\n' : 'unwalled\\n');
if (${JSON.stringify(comesUp)} === 'never' || (${JSON.stringify(comesUp)} === 'unwalled' && isWalled)) process.exit(1);
await import(${JSON.stringify(FAKE_FRONT)});
`,
  );
  const proven = createProvenFront({
    ...options,
    use: 'evaluation',
    program: {
      executable: process.execPath,
      words: [program],
      environment: { ...process.env, FAKE_FRONT: 'show', FAKE_PAGES: pages, XDG_RUNTIME_DIR: folder },
    },
  });
  onTestFinished(() => proven.front.hide());
  return {
    ...proven,
    started: () => (existsSync(started) ? readFileSync(started, 'utf8').trim().split('\n') : []),
  };
}

it('where nothing is in doubt no page comes up before the kiosk', async () => {
  const { prove, started, refusal } = stage('walled', { sandbox: 'user-namespaces', isUntried: false });
  expect([refusal, await prove(), started()]).toEqual([null, null, []]);
});

it('a version that was never on this screen shows its page once, before any keeper is started', async () => {
  const { prove, started } = stage('walled', { sandbox: 'user-namespaces', isUntried: true });
  expect(await prove()).toBeNull();
  expect(await prove()).toBeNull();
  expect(started()).toEqual(['walled']);
});

it('such a version whose page does not come up is refused, and nothing of it is tried without a sandbox', async () => {
  const { prove, started } = stage('unwalled', { sandbox: 'user-namespaces', isUntried: true });
  expect(await prove()).toEqual({ kind: 'no-window' });
  expect(started()).toEqual(['walled']);
});

it('where only the session’s own program can tell, it tells: with a sandbox the kiosk goes on', async () => {
  const { prove } = stage('walled', { sandbox: 'unknown', isUntried: false });
  expect(await prove()).toBeNull();
});

it('and without one the page that says so comes up all the same', async () => {
  const { prove, front, started } = stage('unwalled', { sandbox: 'unknown', isUntried: false });
  expect(await prove()).toEqual({ kind: 'no-sandbox' });
  expect(await front.show(PROBLEM)).toBe(true);
  expect(started()).toEqual(['walled', 'unwalled']);
});

it('a kernel that refuses is a refusal before anything is started, and its page is shown without one', async () => {
  const { refusal, front, started } = stage('unwalled', { sandbox: 'refused', isUntried: false });
  expect(refusal).toEqual({ kind: 'no-sandbox' });
  expect(await front.show(PROBLEM)).toBe(true);
  expect(started()).toEqual(['unwalled']);
});
