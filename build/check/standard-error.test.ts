import { expect, it } from 'vitest';
import { programSources } from './program-sources.test-support.ts';

/** Chromium writes into it, and nobody knows what: nothing of theirs comes into the system's log. */
const LEADS_NOWHERE = ['electron/keeper/sessions/session.ts', 'electron/print/os/print-through-electron.ts'];

it('each process that the program starts writes its errors to where those of the launcher go, and an Electron that knows a person to nowhere', () => {
  const starting = programSources('electron/**/*.ts')
    .filter(({ text }) => /node:child_process|utilityProcess/.test(text))
    .map(({ path, text }) => ({
      path,
      started: [...text.matchAll(/\b(?:spawn|fork|exec|execFile|spawnSync|execFileSync)\(/g)].length,
      // Input, output, errors; or one word for all three.
      errors: [...text.matchAll(/stdio: (?:'(\w+)'|\['\w+', '\w+', '(\w+)')/g)].map(
        ([, all, third]) => all ?? third,
      ),
    }))
    .filter(({ started }) => started > 0);
  expect(starting.map(({ path }) => path).toSorted()).toEqual([
    'electron/doctor/read/run-program.ts',
    'electron/keeper/doctor/examine-by-process.ts',
    'electron/keeper/printing/worker-processes.ts',
    'electron/keeper/record-processes/record-processes.ts',
    'electron/keeper/sessions/session.ts',
    'electron/launcher/doctor-process.ts',
    'electron/launcher/front-process.ts',
    'electron/launcher/keeper-process.ts',
    'electron/launcher/provision-process.ts',
    'electron/launcher/service-manager.ts',
    'electron/lib/file-systems/file-lock.ts',
    'electron/lib/sandbox/user-namespaces.ts',
    'electron/print/os/print-through-electron.ts',
    'electron/session/main.ts',
    'electron/session/relay.ts',
  ]);
  for (const { path, started, errors } of starting)
    expect([path, errors]).toEqual([
      path,
      Array(started).fill(LEADS_NOWHERE.includes(path) ? 'ignore' : 'inherit'),
    ]);
});

it('the output of what knows a person is nothing that the launcher passes on: not of its main process, so not of what that starts', () => {
  for (const path of LEADS_NOWHERE) {
    const [program] = programSources(path);
    expect(program?.text.match(/stdio: \['\w+', '(\w+)'/)?.[1], path).toBe('ignore');
  }
});

it('what knows a person writes to it by the closed list of sentences alone, and so do the processes around it', () => {
  const writing = programSources('electron/{core,session,preload,print,record-search,production,lib}/**/*.ts')
    .filter(({ text }) => /process\.stderr|console\.\w+\(|reportBug\(/.test(text))
    .map(({ path }) => path);
  expect(writing.toSorted()).toEqual([
    // For keeper and doctor, which know nobody.
    'electron/lib/defects/report-bug.ts',
    'electron/lib/defects/report-defect.ts',
    // One sentence, for whoever starts it by hand.
    'electron/session/main.ts',
  ]);
  const [program] = programSources('electron/session/main.ts');
  expect(program?.text.match(/process\.stderr\.write\(\s*'[^'$]*',?\s*\)/g)).toHaveLength(1);
  expect(program?.text.match(/process\.stderr/g)).toHaveLength(1);
  // Each of them says so first thing: an error of Node's own would have its message.
  for (const path of [
    'core/main',
    'session/main',
    'session/relay',
    'print/run-worker',
    'lib/frames/carry-out-one-order',
  ])
    expect(programSources(`electron/${path}.ts`)[0]?.text, path).toContain('ownUpToDefects(');
});
