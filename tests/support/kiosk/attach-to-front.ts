import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { until } from './session-processes.ts';

/**
 * Attaches to the page that is shown in the place of a kiosk, through its debugging port. `memory`: the runtime
 * folder of the account, where its Chromium keeps what it must.
 */
export async function attachToFront(memory: string): Promise<Page> {
  const port = await until('the debugging port of the page', () => {
    const folder = readdirSync(memory).find((name) => name.startsWith('counterfoil-front-'));
    const path = join(memory, folder ?? '', 'DevToolsActivePort');
    const [line] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    return line === undefined || line === '' ? null : line;
  });
  // The evaluation runtime knows no browser contexts.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('there is no page');
  return page;
}
