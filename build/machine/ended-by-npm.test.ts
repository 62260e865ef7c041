import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

/** Says its own id, waits to be ended, and writes down by what. */
const STAND_IN = `
import { writeFileSync } from 'node:fs';
process.on('SIGTERM', () => {
  writeFileSync(new URL('ended-by', import.meta.url), 'SIGTERM');
  process.exit(0);
});
setInterval(() => {}, 1000);
process.stdout.write(String(process.pid));
`;

// npm hands a signal to its shell alone: a program below the shell would stay, and its kiosk with it.
it.each(['start', 'dev', 'demo', 'debug:session'])('who ends `npm run %s` ends its program', async (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-ended-'));
  const standIn = join(folder, 'stand-in.mjs');
  writeFileSync(standIn, STAND_IN);
  const script = scripts[name] ?? '';
  const [program = ''] = /build\/[\w-]+\.ts$/.exec(script) ?? [];
  expect(program).not.toBe('');
  const shell = spawn('sh', ['-c', script.replace(program, `'${standIn}'`)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  try {
    const ended = new Promise((resolve) => shell.once('exit', resolve));
    await new Promise<void>((resolve) =>
      shell.stdout.on('data', (chunk) => {
        said += chunk;
        resolve();
      }),
    );
    shell.kill('SIGTERM');
    await ended;
    expect(readFileSync(join(folder, 'ended-by'), 'utf8')).toBe('SIGTERM');
  } finally {
    const pid = Number(said);
    try {
      if (pid > 0) process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
    rmSync(folder, { recursive: true });
  }
});
