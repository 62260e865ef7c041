import { spawnSync } from 'node:child_process';

/** The catalog of residents, in all of their languages. */
const RESIDENTS = ['--config', 'lingui.residents.config.ts'];

/** `npm run check`: types against three Electrons, format and lint with boundaries, who speaks SQL, who
 * goes around a port, words, dead code. */
const steps: readonly (readonly [what: string, ...command: string[]])[] = [
  ['types, Electron 45', 'tsc', '-p', 'tsconfig.json'],
  ['types, Electron 33', 'tsc', '-p', 'tsconfig.electron-33.json'],
  ['types, Electron 25', 'tsc', '-p', 'tsconfig.electron-25.json'],
  ['format, lint, cycles, boundaries', 'biome', 'check', '--error-on-warnings', '.'],
  ['tables and their owners', process.execPath, 'build/check/table-owners.ts'],
  ['folders, processes, features and their ports, test support', process.execPath, 'build/check/layout.ts'],
  ['texts that residents reach', process.execPath, 'build/check/resident-texts.ts'],
  ['words are extracted', 'lingui', 'check', 'sync', '--clean'],
  ['words are complete', 'lingui', 'compile', '--strict'],
  ['residents’ words are extracted', 'lingui', 'check', 'sync', '--clean', ...RESIDENTS],
  ['residents’ words are complete', 'lingui', 'compile', '--strict', ...RESIDENTS],
  ['dead code', 'knip'],
  [
    'exports that only tests use',
    'knip',
    '--production',
    '--config',
    'knip.production.jsonc',
    '--exclude',
    'dependencies,unlisted,binaries',
  ],
];

let failed = 0;
for (const [what, program = '', ...words] of steps) {
  const { status } = spawnSync(program, words, { stdio: 'inherit' });
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${what}\n`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
