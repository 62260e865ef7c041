import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runLater } from './keeper-parts.ts';

it('what is put off runs once, and never in a keeper that is closing', async () => {
  const [open, closing] = [new AbortController(), new AbortController()];
  const ran: string[] = [];
  runLater(5, () => ran.push('open'), open.signal);
  runLater(5, () => ran.push('closing'), closing.signal);
  closing.abort();
  runLater(5, () => ran.push('closed'), closing.signal);
  await delay(40);
  expect(ran).toEqual(['open']);
});

it('a keeper is inspected where Node listens for an inspector, and nowhere else', () => {
  const parts = new URL('keeper-parts.ts', import.meta.url).href;
  const script = `globalThis.__EVALUATION__ = true;
    const { productParts } = await import('${parts}');
    console.log(productParts({ electronArguments: [] }).isInspected());`;
  const run = (...options: readonly string[]): string =>
    spawnSync(process.execPath, [...options, '--input-type=module', '-e', script], { encoding: 'utf8' })
      .stdout;
  expect([run(), run('--inspect=127.0.0.1:0')]).toEqual(['false\n', 'true\n']);
});
