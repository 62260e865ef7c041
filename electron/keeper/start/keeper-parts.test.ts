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
