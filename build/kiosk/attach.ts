import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { commandOf, livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';

/** A session on the screen, seen through its debugging port. */
export interface AttachedSession {
  readonly pid: number;
  readonly folder: string;
  readonly page: Page;
  readonly browser: Browser;
}

/** Longer than a session that hangs is given before another is started in its place (session-starter.ts). */
const PATIENCE_MILLISECONDS = 40_000;
const PAUSE_MILLISECONDS = 10;

/** Which session is on the screen now, by the keeper's own record. */
export function shownSession(dataFolder: string): { readonly pid: number; readonly folder: string } | null {
  const record = readRecordedSessions(join(dataFolder, 'sessions.json'));
  return record?.sessions.find(({ shown }) => shown) ?? null;
}

/** Waits until a session other than `not` is on the screen. */
export async function waitForShown(
  dataFolder: string,
  not: number | null,
): Promise<{ pid: number; folder: string }> {
  const until = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < until) {
    const session = shownSession(dataFolder);
    if (session !== null && session.pid !== not) return session;
    await delay(PAUSE_MILLISECONDS);
  }
  throw new Error(`no (other) session came onto the screen; recorded: ${sessionsInWords(dataFolder)}`);
}

/** What can be told from outside of the recorded sessions, for whoever waited in vain. */
function sessionsInWords(dataFolder: string): string {
  const record = readRecordedSessions(join(dataFolder, 'sessions.json'));
  if (record === null) return 'none';
  const each = record.sessions.map(({ pid, folder, shown }) => {
    const place = shown ? 'on the screen' : 'out of sight';
    const port = existsSync(join(folder, 'chromium', 'DevToolsActivePort')) ? 'a' : 'no';
    const processes = livingProcessesOf(pid).map(
      (living) =>
        `${living.pid} ${living.state} ${commandOf(living.pid).find((word) => word.startsWith('--type=')) ?? ''}`,
    );
    return `${pid} ${place}, ${port} debugging port, processes ${processes.join(', ')}`;
  });
  return each.join('; ');
}

/** Chromium writes its port into its own folder a moment after its start. Null: not in this time. */
export async function waitForPort(chromiumFolder: string, patience: number): Promise<string | null> {
  const path = join(chromiumFolder, 'DevToolsActivePort');
  const until = Date.now() + patience;
  while (Date.now() < until) {
    // Whole once its line has ended.
    const [port, ...rest] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (port !== undefined && rest.length > 0) return port;
    await delay(PAUSE_MILLISECONDS);
  }
  return null;
}

/** The debugging port of a session. */
export async function debuggingPort(folder: string): Promise<string> {
  const port = await waitForPort(join(folder, 'chromium'), PATIENCE_MILLISECONDS);
  if (port === null) throw new Error('the session has no debugging port: is this an evaluation bundle?');
  return port;
}

/**
 * Attaches to the session on the screen (another than `not`, after that one was replaced). `noDefaults` is needed by
 * the evaluation runtime, which knows no browser contexts.
 */
export async function attachToShown(dataFolder: string, not: number | null = null): Promise<AttachedSession> {
  const { pid, folder } = await waitForShown(dataFolder, not);
  const port = await debuggingPort(folder);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the session has no page');
  return { pid, folder, page, browser };
}
