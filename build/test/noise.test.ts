import { expect, it } from 'vitest';
import { noiseIn } from './noise.ts';

it.each([
  '    at Object.writeFileSync (node:fs:2482:20)',
  '    at process.processTicksAndRejections (node:internal/process/task_queues:91:21) {',
  '    at file:///srv/counterfoil/electron/launcher/main.ts:13:3',
  '\u001b[31m    at appendFileSync (node:fs:2564:6)\u001b[39m',
  '[14888:1129/035708.884563:ERROR:bus.cc(399)] Failed to connect to the bus: Failed to connect to socket',
  'npm WARN EBADENGINE Unsupported engine {',
])('finds in the output of a run that passed: %s', (line) => {
  expect(noiseIn(`first\n${line}\nlast\n`)).toHaveLength(1);
});

it.each([
  ' ✓ unit build/test/noise.test.ts (6 tests) 12ms',
  '  ✓  62 tests/e2e/refused-start.ts:39:5 › refused at the start, on the screen and by exit code 29 (1.5s)',
  'The kiosk looks at the clock:10:30',
  ' ✓ finds in the output of a run that passed: npm WARN EBADENGINE Unsupported engine { 301ms',
  'DevTools listening on ws://127.0.0.1:38523/devtools/browser/d3ead1d6',
  'stderr | electron/keeper/start/run-keeper.test.ts > says why',
])('lets by: %s', (line) => {
  expect(noiseIn(`${line}\n`)).toEqual([]);
});
