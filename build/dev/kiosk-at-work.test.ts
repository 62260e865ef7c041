import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { kioskAtWork, restartOnChange } from './kiosk-at-work.ts';

// Sources in a folder of the test's own, and in the place of the kiosk a small program that is one of them.

/** Says which version of it runs, and goes on until it is ended. */
const program = (version: string): string =>
  `process.stdout.write(${JSON.stringify(version)}); setInterval(() => {}, 1_000);`;
const WITH_A_MISTAKE = 'a mistake';

let folder = '';
let source = '';
let stage: ReturnType<typeof open>;

/** Each program that was started, with what it said, and all lines for the developer. */
function open() {
  const started: { readonly child: ChildProcess; version: string }[] = [];
  const lines: string[] = [];
  const [bundled, next] = [join(folder, 'bundled.js'), join(folder, 'next.js')];
  const kiosk = kioskAtWork({
    async bundle() {
      if (readFileSync(source, 'utf8') === WITH_A_MISTAKE) throw new Error('cannot be bundled');
      copyFileSync(source, next);
    },
    takePlace: () => renameSync(next, bundled),
    launch() {
      const child = spawn(process.execPath, [bundled], { stdio: ['ignore', 'pipe', 'inherit'] });
      const one = { child, version: '' };
      started.push(one);
      const ended = once(child, 'exit');
      const saysVersion = once(child.stdout, 'data').then(([said]) => {
        one.version = String(said);
      });
      // As of a kiosk: what ends before it was ready keeps nobody waiting.
      const endsFirst = ended.then(() => {
        throw new Error('ended before it was ready');
      });
      return {
        process: child,
        ready: Promise.race([saysVersion, endsFirst]),
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      };
    },
    bringUp: async () => {},
    say: (line) => void lines.push(line),
  });
  return { kiosk, started, lines, restarts: restartOnChange(kiosk, pathToFileURL(`${folder}/`)) };
}

/** What the programs are that run: none or one of them. */
const running = (): readonly string[] =>
  stage.started
    .filter(({ child }) => child.exitCode === null && child.signalCode === null)
    .map(({ version }) => version);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-at-work-'));
  for (const each of ['electron', 'renderer', 'shared', 'build/programmes'])
    mkdirSync(join(folder, each), { recursive: true });
  source = join(folder, 'electron', 'main.ts');
  writeFileSync(source, program('first'));
  copyFileSync(source, join(folder, 'bundled.js'));
  stage = open();
  await stage.kiosk.open();
});
afterEach(async () => {
  stage.restarts.stopWatching();
  stage.kiosk.close();
  await stage.restarts.end();
  await stage.kiosk.stopped();
  expect(running()).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

it('a saved source ends what runs, and starts it anew', async () => {
  expect(running()).toEqual(['first']);
  for (const version of ['second', 'third']) {
    writeFileSync(source, program(version));
    await expect.poll(running, { timeout: 60_000 }).toEqual([version]);
  }
});

it('what runs goes on where a saved source cannot be bundled, until one can', async () => {
  writeFileSync(source, WITH_A_MISTAKE);
  await expect.poll(() => stage.lines, { timeout: 60_000 }).toContain('cannot be bundled');
  expect([running(), stage.started.length]).toEqual([['first'], 1]);
  writeFileSync(source, program('mended'));
  await expect.poll(running, { timeout: 60_000 }).toEqual(['mended']);
});
