import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { takeDisplay } from './display-lock.ts';

/** A process that takes a display and says whether it got it. */
function holder(display: string) {
  const source = `import { takeDisplay } from ${JSON.stringify(new URL('display-lock.ts', import.meta.url).href)};
    process.send(await takeDisplay(${JSON.stringify(display)}));
    setInterval(() => undefined, 60_000);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

it('a display is one process’s, and free again as soon as that one is killed', async () => {
  const display = `:${randomBytes(8).toString('hex')}`;
  const first = holder(display);
  expect(await once(first, 'message')).toEqual([true, undefined]);
  expect(await takeDisplay(display)).toBe(false);
  // Another display is another matter.
  expect(await takeDisplay(`${display}9`)).toBe(true);
  const gone = once(first, 'exit');
  first.kill('SIGKILL');
  await gone;
  expect(await takeDisplay(display)).toBe(true);
});
