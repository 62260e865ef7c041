import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { askKeeper, replyOf } from './witness-questions.ts';

/** A process that hears questions as the suite's keeper does. */
function hearing(handler: string) {
  const process_ = spawn(process.execPath, ['-e', `process.on('message', ${handler})`], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  onTestFinished(() => void process_.kill());
  const ended = new Promise<number | null>((resolve) => process_.once('exit', resolve));
  return { process: process_, ended };
}

it('a keeper that answers is heard, and one that cannot says why', async () => {
  const failing = (): never => {
    throw new Error('nobody has signed in');
  };
  const [answer, refusal] = [replyOf(() => 7), replyOf(failing)].map((reply) => JSON.stringify(reply));
  expect(await askKeeper(hearing(`() => process.send(${answer})`), 'a figure')).toBe(7);
  await expect(askKeeper(hearing(`() => process.send(${refusal})`), 'a key')).rejects.toThrow(
    'does not tell a key: Error: nobody has signed in',
  );
});

it('whoever asks a keeper that ends does not wait for good', async () => {
  await expect(askKeeper(hearing('() => process.exit(3)'), 'a key')).rejects.toThrow('ended (3)');
});
