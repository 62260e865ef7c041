import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Stands in for the shipped Node and says what it was given. */
const NODE = `#!/bin/sh
echo "words $*"
echo "core $(ulimit -c) mask $(umask)"
env | grep -E '^(NODE_|KEPT)' | sort
`;

let folder = '';
beforeEach(async () => {
  // With a space and a quote in its name: shells trip over both.
  folder = await mkdtemp(join(tmpdir(), "command 'test' "));
  await mkdir(join(folder, 'resources'));
  await writeFile(join(folder, 'resources', 'node'), NODE);
  await chmod(join(folder, 'resources', 'node'), 0o755);
  await copyFile(join(import.meta.dirname, 'counterfoil.sh'), join(folder, 'counterfoil'));
  await chmod(join(folder, 'counterfoil'), 0o755);
  await symlink(join(folder, 'counterfoil'), join(folder, 'link'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the counterfoil command', () => {
  it('starts the shipped Node with the launcher, without core dumps, also through a link', () => {
    const { stdout, stderr, status } = spawnSync(join(folder, 'link'), ['--help'], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        KEPT: 'one\nNODE_TRAP=two',
        NODE_OPTIONS: '--inspect',
        NODE_EXTRA_CA_CERTS: '/none',
        NODE_CHANNEL_FD: '3',
      },
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      `words ${folder}/resources/programs/launcher.mjs --help`,
      expect.stringMatching(/^core 0 mask 0*77$/),
      'KEPT=one',
      'NODE_CHANNEL_FD=3',
      'NODE_TRAP=two',
    ]);
  });
});
