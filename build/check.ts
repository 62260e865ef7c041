import { spawnSync } from 'node:child_process';

/** `npm run check`: types against both Electrons, format and lint with boundaries, words, dead code. */
const steps: readonly (readonly [what: string, ...command: string[]])[] = [
  ['types, Electron 45', 'tsc', '-p', 'tsconfig.json'],
  ['types, evaluation Electron 25', 'tsc', '-p', 'tsconfig.evaluation.json'],
  ['format, lint, cycles, boundaries', 'biome', 'check', '--error-on-warnings', '.'],
  ['words', 'lingui', 'compile', '--strict'],
  ['dead code', 'knip'],
];

let failed = 0;
for (const [what, program = '', ...words] of steps) {
  const { status } = spawnSync(program, words, { stdio: 'inherit' });
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${what}\n`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
