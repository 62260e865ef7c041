import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defectKinds, defectPlaces } from '../../../shared/defects.ts';
import { defectInWords, defectOf } from './report-defect.ts';

const CLOSED = new Set(
  defectPlaces.flatMap((place) => defectKinds.map((kind) => `defect in ${place}: ${kind}`)),
);

describe('what a process that knows a person says of a defect', () => {
  it('is one sentence of a closed list, whatever the error is made of', () => {
    const anyName = fc.oneof(fc.string(), fc.constantFrom(...defectKinds, 'Zephyrina Vandersloot'));
    fc.assert(
      fc.property(
        fc.constantFrom(...defectPlaces),
        anyName,
        fc.string(),
        fc.anything(),
        (place, name, said, other) => {
          const error = Object.assign(new Error(said), { name });
          expect(CLOSED.has(defectInWords(defectOf(place, error)))).toBe(true);
          expect(CLOSED.has(defectInWords(defectOf(place, other)))).toBe(true);
        },
      ),
    );
  });

  /** A process of its own, as a release has it: without the constant of evaluations. */
  function run(program: string, ...words: readonly string[]): string {
    const source = fileURLToPath(new URL('report-defect.ts', import.meta.url));
    const text = `const { ownUpToDefects, reportDefect } = await import(${JSON.stringify(source)});\n${program}`;
    const ended = spawnSync(process.execPath, [...words, '--input-type=module', '--eval', text], {
      encoding: 'utf8',
    });
    return ended.stderr;
  }

  it('is all that stands on its standard error: no message, no place, no warning of Node', () => {
    const owned = "ownUpToDefects('core', () => process.exit(1));\n";
    const name = 'Zephyrina Vandersloot';
    expect(
      run(`${owned}process.emitWarning('${name}'); setImmediate(() => { throw new TypeError('${name}'); });`),
    ).toBe('defect in core: TypeError\n');
    expect(run(`${owned}void Promise.reject(Object.assign(new Error('x'), { name: '${name}' }));`)).toBe(
      'defect in core: another error\n',
    );
    // The control: what Node says where nobody has seen to it.
    expect(
      run(`process.emitWarning('${name}'); setImmediate(() => { throw new TypeError('${name}'); });`),
    ).toMatch(/Warning: Zephyrina Vandersloot[\s\S]*TypeError: Zephyrina Vandersloot/);
  });

  it('of what was in memory nothing is in its last words, where memory runs out', () => {
    const said = run(
      `ownUpToDefects('core', () => process.exit(1));
      class Zephyrina { fill(name) { const kept = []; for (;;) kept.push({ name, [name + kept.length]: new Zephyrina() }); } }
      new Zephyrina().fill('Vandersloot');`,
      '--max-old-space-size=24',
    );
    expect(said).toContain('FATAL ERROR: Reached heap limit');
    expect(said).not.toMatch(/Zephyrina|Vandersloot/);
  });
});
