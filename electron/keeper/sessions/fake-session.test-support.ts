import { fork, spawn } from 'node:child_process';
import { existsSync, renameSync, watch, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import { type SessionReport, sessionOrder } from '../../../shared/contract/session.ts';
import { encodeFrame, FrameReader } from '../../lib/frames/frame.ts';

/**
 * Stands in for the Electron runtime in tests: speaks a session's channel (painted, show, shown, still there) and ends
 * with it. What it shall do wrong stands in its environment; `FAKE_GATE` is a file that it waits for. At SIGUSR2 its page
 * hangs, and a file in its folder says so.
 */
const {
  FAKE_FAILS_AT_START: failsAtStart,
  FAKE_UNPAINTED: unpainted,
  FAKE_UNSHOWN: unshown,
  FAKE_CHILDREN: children,
  FAKE_DEFECT: defect,
  FAKE_GATE: gate,
  FAKE_SLOW_MILLISECONDS: slow,
  COUNTERFOIL_CORE: corePath,
  COUNTERFOIL_SESSION_FOLDER: folder = '',
} = process.env;

const OTHER = 'setInterval(() => {}, 1000)';

/** Says something to the keeper, if it is still there. */
function say(kind: SessionReport['kind'] | 'nonsense'): void {
  // A keeper that is gone hears nothing: that is no error of its session.
  process.send?.({ kind }, undefined, undefined, () => undefined);
}

/**
 * Starts the real core as the relay does, and lends its channel to a test in the place of the page: frames
 * over a socket in the session's own folder.
 */
function startCore(path: string, folder: string): void {
  const core = fork(path, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  core.on('exit', () => process.exit(1));
  const said: Buffer[] = [];
  // A socket has a name before anybody listens at it: its own it gets once somebody does.
  const listening = join(folder, 'page.new');
  createServer((page) => {
    const reader = new FrameReader();
    for (const frame of said) page.write(frame);
    core.on('message', (message) => page.write(encodeFrame(message)));
    page.on('data', (chunk) => {
      for (const message of reader.push(chunk)) core.send(Object(unpacked(message)), () => undefined);
    });
    page.on('error', () => page.destroy());
  }).listen(listening, () => renameSync(listening, join(folder, 'page.sock')));
  core.on('message', (message) => said.push(encodeFrame(message)));
}

/** What JSON cannot say comes as a structured clone, like everything that a real page sends through its port. */
function unpacked(message: unknown): unknown {
  const isClone = message !== null && typeof message === 'object' && 'clone' in message;
  return isClone && message.clone instanceof Uint8Array ? deserialize(message.clone) : message;
}

/** Waits until the file is there. Watched before it is looked for, so that it is not missed. */
function opened(path: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(dirname(path), () => poll());
    const poll = (): void => {
      if (!existsSync(path)) return;
      watcher.close();
      resolve();
    };
    poll();
  });
}

if (defect !== undefined) {
  process.stderr.write(`${defect}\n`);
  for (const place of ['main process', defect])
    process.send?.({ kind: 'defect', defect: { place, error: 'TypeError', at: [] } });
}
if (failsAtStart !== undefined || process.argv.includes('--fails-at-start')) process.exit(9);
process.on('disconnect', () => process.exit(0));
let hangs = false;
// Its page alone: the main process goes on. A signal may be overtaken by a question, so it is told when it has come.
process.on('SIGUSR2', () => {
  hangs = true;
  writeFileSync(join(folder, 'hangs'), '');
});
process.on('message', (message) => {
  const order = sessionOrder.parse(message);
  if (order.kind === 'show') {
    if (unshown === undefined) say('shown');
  } else if (!hangs) say('still-there');
});
if (children !== undefined) {
  // One in the group of the session, and two that job control put into a group of their own.
  spawn(process.execPath, ['-e', OTHER], { stdio: 'ignore' });
  spawn('bash', ['-c', `set -m; sleep 600 & wait`], { stdio: 'ignore' });
}
if (gate !== undefined) await opened(gate);
if (slow !== undefined) await delay(Number(slow));
if (corePath !== undefined) startCore(corePath, folder);
say('nonsense');
if (unpainted === undefined) say('painted');
