import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type DefectKind, type DefectPlace, defectKinds, defectPlaces } from '../../../shared/defects.ts';
import { createDefectLog, defectInWords, defectOf } from './report-defect.ts';

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
    return ended(program, ...words).stderr;
  }

  function ended(program: string, ...words: readonly string[]): SpawnSyncReturns<string> {
    const source = fileURLToPath(new URL('report-defect.ts', import.meta.url));
    const text = `const { createDefectLog, ownUpToDefects, reportDefect, writeDefect } = await import(${JSON.stringify(source)});\n${program}`;
    return spawnSync(process.execPath, [...words, '--input-type=module', '--eval', text], {
      encoding: 'utf8',
    });
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

  it('has no line of the program in a release, whoever tells one', () => {
    expect(run("writeDefect({ place: 'core', error: 'Error', at: ['Zephyrina Vandersloot'] });")).toBe(
      'defect in core: Error\n',
    );
  });

  it('is each sentence once and four at most, however often somebody tells it over a line', () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const write = createDefectLog();
    const lines = (): readonly unknown[] => log.mock.calls.map(([text]) => text);
    const told = (place: DefectPlace, error: DefectKind): string => {
      write({ place, error, at: [] });
      return `defect in ${place}: ${error}\n`;
    };
    const said = Array.from({ length: 3 }, () => told('core', 'TypeError'));
    expect(lines()).toEqual(said.slice(0, 1));
    for (const kind of ['Error', 'RangeError', 'SyntaxError'] as const) said.push(told('preview', kind));
    expect(lines()).toEqual([...new Set(said)]);
    told('core', 'URIError');
    expect(lines()).toHaveLength(4);
    // Of another line there are four again.
    createDefectLog()({ place: 'core', error: 'URIError', at: [] });
    expect(lines()).toHaveLength(5);
  });

  it('is told once, and waited for a second at most', () => {
    const never = `ownUpToDefects('core', () => process.exit(3), (defect) => {
      process.stdout.write(defect.error + ' ');
      return new Promise(() => undefined);
    });
    const began = performance.now();
    process.on('exit', () => process.stdout.write(String(performance.now() - began > 900)));
    setInterval(() => { throw new RangeError('Zephyrina'); }, 20);`;
    expect(ended(never)).toMatchObject({ status: 3, stdout: 'RangeError true', stderr: '' });
  });

  it('of what was in memory nothing is in its last words, where memory runs out', () => {
    const said = run(
      `ownUpToDefects('core', () => process.exit(1));
      class Zephyrina { fill(name) { const kept = []; for (;;) kept.push({ name, [name + kept.length]: new Zephyrina() }); } }
      new Zephyrina().fill('Vandersloot');`,
      '--max-old-space-size=24',
    );
    expect(said).toMatch(/FATAL ERROR: .*heap limit/);
    expect(said).not.toMatch(/Zephyrina|Vandersloot/);
  });
});
