import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';
import { makePackage } from './package-application.ts';
import { packageName } from './package-name.ts';
import { packageRefusal } from './release-gate.ts';

const evaluationRuntime = {
  kind: 'evaluation',
  electronVersion: '33.2.1',
  executable: '',
  folder: '/none',
  say: '',
} as const;

describe('a release', () => {
  it('is made with the production runtime of Electron 45 or later only', () => {
    expect(packageRefusal('release', { kind: 'production', electronVersion: '45.4.1' })).toBeNull();
    expect(packageRefusal('release', { kind: 'production', electronVersion: '46.0.0' })).toBeNull();
    expect(packageRefusal('release', { kind: 'production', electronVersion: '44.9.9' })).toContain('44.9.9');
    expect(packageRefusal('release', { kind: 'evaluation', electronVersion: '45.4.1' })).toContain(
      'evaluation',
    );
    expect(packageRefusal('release', { kind: 'production', electronVersion: 'nightly' })).toContain(
      'nightly',
    );
  });

  it('is refused before anything is made', async () => {
    const made = await makePackage('release', evaluationRuntime);
    expect(made).toEqual({ ok: false, error: expect.stringContaining('not for residents') });
  });

  it('ends the command with one sentence and a code', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['build/package.ts', '--release', '--dir'],
      {
        cwd: fileURLToPath(repository),
        env: { ...process.env, COUNTERFOIL_RUNTIME: 'evaluation' },
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^A release is never made with .+\.$/)]);
  });

  it('alone goes without the mark of an evaluation', () => {
    expect(packageName('release').product).toBe('Counterfoil');
    for (const name of Object.values(packageName('evaluation'))) expect(name).toMatch(/evaluation/i);
    for (const name of Object.values(packageName('rehearsal'))) expect(name).toMatch(/rehearsal/i);
  });
});

describe('a rehearsal', () => {
  it('is made with the evaluation runtime only: on the other one the same code would go live', async () => {
    expect(packageRefusal('rehearsal', evaluationRuntime)).toBeNull();
    const made = await makePackage('rehearsal', { ...evaluationRuntime, kind: 'production' });
    expect(made).toEqual({ ok: false, error: expect.stringContaining('evaluation runtime only') });
  });
});
