import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inGroups } from '../../shared/ledger/checkpoint.ts';
import { shortCodeOf } from '../../shared/ledger/short-checkpoint.ts';
import { modelOf, textOf } from '../vectors/export-model.ts';
import { writeVectorLedger, writtenLedger } from '../vectors/vector-ledger.ts';
import { linesOf } from './lines-of.ts';
import { keysOf, verify } from './read-commands.ts';

const nothing = { checkpoint: undefined, fingerprint: undefined };

let folder = '';
let text = '';
let short = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-export-'));
  writtenLedger(writeVectorLedger, ({ ledger }) => {
    text = [...ledger.export('ndjson')].join('');
    short = shortCodeOf(ledger.checkpoint() ?? expect.fail('it has entries'));
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: string): string {
  const path = join(folder, 'ledger.ndjson');
  writeFileSync(path, content);
  return path;
}

describe('an export', () => {
  it('is verified as the ledger that it was made of, with all that is known of it', () => {
    const path = fileOf(text);
    expect(verify(path, nothing)).toMatchObject({
      code: 0,
      say: expect.stringMatching(/^All 14 entries hold/),
    });
    expect(verify(path, { ...nothing, checkpoint: short }).say).toContain(
      'agrees with the checkpoint at entry 14',
    );
    const [name = ''] = /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(keysOf(path).say) ?? [];
    expect(verify(path, { ...nothing, fingerprint: name }).code).toBe(0);
    const other = verify(path, { ...nothing, fingerprint: inGroups('ab'.repeat(16)) });
    expect([other.code, other.say]).toEqual([
      1,
      expect.stringContaining('Entry 1 names another kiosk or key'),
    ]);
  });

  it('in any order of its lines is the same', () => {
    const { head, entries } = modelOf(text);
    expect(verify(fileOf(textOf({ head, entries: entries.toReversed() })), nothing).code).toBe(0);
  });

  it('with the lowest number that a line may have is out of order, and its first entry is as it was', () => {
    const { head, entries } = modelOf(text);
    const [entry] = entries;
    if (entry === undefined) throw new Error('it has entries');
    for (const sequence of [-(2 ** 53 - 1), 0]) {
      const { code, say } = verify(
        fileOf(textOf({ head, entries: [...entries, { ...entry, sequence }] })),
        nothing,
      );
      expect([code, say]).toEqual([1, expect.stringContaining('Before entry 1 stands one')]);
    }
  });

  it('with a short code that was mistyped is not looked at', () => {
    const wrong = `${short.slice(0, -1)}${short.endsWith('7') ? '8' : '7'}`;
    expect(verify(fileOf(text), { ...nothing, checkpoint: wrong })).toMatchObject({
      code: 2,
      say: expect.stringContaining('mistyped'),
    });
    expect(verify(fileOf(text), { ...nothing, fingerprint: '8796' }).code).toBe(2);
  });

  it.each<[string, (line: string) => string]>([
    ['a member that stands twice', (line) => line.replace('"kind"', '"kind":"Quillobert","kind"')],
    [
      'a member called __proto__',
      (line) => line.replace('"fields":{', '$&"__proto__":{"note":"Quillobert"},'),
    ],
    ['white space', (line) => `${line} `],
    ['a number in another form', (line) => line.replace('"sequence":3', '"sequence":3.0')],
    ['another order', (line) => line.replace(/^\{("sequence":3),(.*)\}$/, '{$2,$1}')],
  ])(
    'with a line in which stands %s, does not hold there: what else it says is in no hash',
    (_name, change) => {
      const lines = text.trimEnd().split('\n');
      const changed = lines.map((line, index) => (index === 3 ? change(line) : line));
      expect(changed).not.toEqual(lines);
      const { code, say } = verify(fileOf(changed.join('\n')), nothing);
      expect([code, say]).toEqual([1, expect.stringContaining('Entry 3 is not what was written there')]);
      // The first line is what all others are verified by: of that one nothing is said.
      const [first = '', ...rest] = lines;
      const { code: refused } = verify(
        fileOf([first.replace('{', '{"kiosk":"Quillobert",'), ...rest].join('\n')),
        nothing,
      );
      expect(refused).toBe(2);
    },
  );

  it('is read line by line, wherever pieces of the file end', () => {
    const path = fileOf(`${'é'.repeat(1_500_000)}\nż\n\nlast`);
    expect([...linesOf(path)]).toEqual(['é'.repeat(1_500_000), 'ż', '', 'last']);
    expect(verify(join(folder, 'none.ndjson'), nothing).code).toBe(2);
  });

  it('with a short code in a file, as it was typed or scanned', () => {
    const path = fileOf(text);
    const file = join(folder, 'short.txt');
    writeFileSync(file, `${short}\n`);
    expect(verify(path, { ...nothing, checkpoint: file })).toMatchObject({ code: 0 });
    writeFileSync(file, `${short.slice(0, -1)}${short.endsWith('7') ? '8' : '7'}`);
    expect(verify(path, { ...nothing, checkpoint: file })).toMatchObject({
      ...{ code: 2, say: expect.stringContaining('mistyped') },
    });
  });

  it.each<[string, string]>([
    ['one more', '='],
    ['two more', ''],
  ])('with a signature of as many characters and %s bytes is refused', (_name, padding) => {
    const signature = 'A'.repeat(88 - padding.length) + padding;
    const changed = text.replace(/"signature":"[^"]*"/, `"signature":"${signature}"`);
    expect(changed).not.toBe(text);
    expect(verify(fileOf(changed), nothing).code).toBe(2);
  });

  it.each<[string, (lines: readonly string[]) => readonly string[], string]>([
    ['without the line of its signatures', (lines) => lines.slice(1), 'has no line of signatures'],
    ['with a line that is none', (lines) => [...lines, '{}'], 'line 16 is no line of an entry'],
    ['with an empty line', (lines) => [...lines, ''], 'line 16 is no line of an entry'],
    ['with an entry twice', (lines) => [...lines, lines[3] ?? ''], 'two lines have the number 3'],
    ['of nothing', () => [], 'no export of one in NDJSON'],
    [
      'with a signature twice',
      ([first = '', ...lines]) => [first.replace(/"rolls":\[(\{.*?\})/, '"rolls":[$1,$1'), ...lines],
      'two signatures of a key that gave way',
    ],
  ])('%s is refused', (_name, change, words) => {
    const lines = text.trimEnd().split('\n');
    const path = fileOf(`${change(lines).join('\n')}\n`);
    const { code, say } = verify(path, nothing);
    expect([code, say]).toEqual([2, expect.stringContaining(words)]);
  });
});
