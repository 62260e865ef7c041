import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endGroup } from '../../electron/keeper/sessions/end-group.ts';
import type { Point } from './keyboard/x-mouse.ts';
import type { KioskMachine } from './kiosk/test-kiosk.ts';

/** Another program's window at the display, with a link and a file to be dragged out of it. */
export interface DragSource {
  readonly link: Point;
  readonly file: Point;
  stop(): Promise<void>;
}

const APP = fileURLToPath(new URL('drag-source/', import.meta.url));
/** In a corner that the kiosk's fields leave free. */
const BOUNDS = { x: 1060, y: 660, width: 200, height: 120 };

/** A second Electron: what it drags is offered as any other program would offer it. */
export async function startDragSource({ runtime, environment }: KioskMachine): Promise<DragSource> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-drag-'));
  const file = join(folder, 'dropped.html');
  writeFileSync(file, '<title>dropped</title>');
  const { x, y, width, height } = BOUNDS;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(runtime.executable, [APP, ...asRoot, '--disable-gpu'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      ...environment,
      HOME: folder,
      DRAG_FOLDER: folder,
      DRAG_FILE: file,
      DRAG_BOUNDS: [x, y, width, height].join(),
    },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the program to drag from could not be started');
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('the program to drag from ended')));
  });
  return {
    link: { x: x + 30, y: y + 30 },
    file: { x: x + 30, y: y + 90 },
    async stop() {
      await endGroup(pid);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
