import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualPrinter } from '../contract/printing/printer.ts';
import { exampleSettings } from './example-settings.ts';
import { keyFacts } from './key-facts.ts';
import { keysIn, knownKeys } from './known-keys.ts';
import { MOST_SETTINGS_BYTES, readSettings } from './read-settings.ts';
import { mistakeLine, mistakeSentence, type SettingsMistake } from './settings-mistake.ts';
import { settingsSchemas } from './settings-schema.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is wrong with a file, each on its line. */
function wrongWith(text: string): readonly string[] {
  const read = readSettings(bytesOf(text), 'linux');
  return read.ok ? [] : read.error.map((mistake) => mistakeLine('f', mistake));
}

const GOOD = 'data-folder = "/srv/kiosk"\n';
const PATH = 'a full path in quotes, beginning with a slash';
const DATA = `${PATH}, and outside of /dev, /home, /root, /run, /tmp and /var/tmp`;

describe('a settings file', () => {
  it('says what it says, and the rest is as without the key', () => {
    expect(readSettings(bytesOf(GOOD), 'linux')).toEqual({
      ok: true,
      value: {
        ...{ 'data-folder': '/srv/kiosk', 'lock-after-minutes': 5 },
        'built-in-printer': { 'seconds-per-face': 8 },
      },
    });
    const all = `${GOOD}provisioned = true\nusb-drive = '/media/x'\n[built-in-printer]\nseconds-per-face = 0.5\nfolder = "/cards"\n`;
    expect(readSettings(bytesOf(all), 'linux')).toMatchObject({
      ok: true,
      value: {
        ...{ 'data-folder': '/srv/kiosk', provisioned: true, 'usb-drive': '/media/x' },
        'built-in-printer': { 'seconds-per-face': 0.5, folder: '/cards' },
      },
    });
  });

  it('may begin with a mark of its encoding, and end its lines as on Windows', () => {
    expect(wrongWith(`\ufeff# Desk 2\r\n${GOOD.trim()}\r\n`)).toEqual([]);
  });

  it('has every mistake told, in the order of the lines', () => {
    const text = [
      'data-foldr = "/srv/kiosk"',
      'policy-file = "policy.json"',
      'usb-drive = 7',
      '[built-in-printer]',
      'seconds-per-face = 61',
    ].join('\n');
    const keys = `one of ${keysIn([])
      .map(({ path }) => path.join('.'))
      .join(', ')}`;
    expect(keys).toMatch(/data-folder, policy-file, .*built-in-printer/);
    expect(wrongWith(text)).toEqual([
      `f:1:1: data-folder is missing; allowed: ${DATA}`,
      `f:1:1: unknown key data-foldr; allowed: ${keys}; nearest known key: data-folder`,
      `f:2:15: policy-file is "policy.json"; allowed: ${PATH}`,
      `f:3:13: usb-drive is 7; allowed: ${PATH}`,
      'f:5:20: seconds-per-face in [built-in-printer] is 61; allowed: a number of seconds from 0 to 60',
    ]);
  });

  it.each([
    ['data-folder = 2026-11-25', 'data-folder is 2026-11-25'],
    ['data-folder = 2026-11-25T10:00:00Z', 'data-folder is 2026-11-25T10:00:00Z'],
    ['data-folder = ["/a"]', 'data-folder is ["/a"]'],
    ['data-folder = { a = 1 }', 'data-folder is { a = 1 }'],
    ['[data-folder]\na = 1', 'data-folder is a table'],
    ['data-folder.a = 1', 'data-folder is a table'],
    ['[[data-folder]]', 'data-folder is a list of tables'],
    ['[[data-folder]]\na = 1\n[[data-folder]]\n[data-folder.b]\nc = 1', 'data-folder is a list of tables'],
    ['data-folder = true', 'data-folder is true'],
    ['data-folder = ""', 'data-folder is ""'],
    ['data-folder = "a\\u0000"', 'data-folder is "a\\u0000"'],
    ['data-folder = "/a\\u0000b"', 'data-folder is "/a\\u0000b"'],
    ['data-folder = "/a\\u202Eb"', 'data-folder is "/a\\u202Eb"'],
    [`data-folder = "/${'a'.repeat(1000)}"`, 'data-folder is "/aaaa'],
  ])('%s: told as it was written', (text, what) => {
    expect(wrongWith(text)).toEqual([expect.stringMatching(new RegExp(`^f:1:\\d+: ${escaped(what)}`))]);
  });

  it.each(['nan', 'inf', '-inf', '-0.1', '60.1', '"8"', '1e9', '9'.repeat(400), '0x7f'])(
    'has seconds for a face that are %s refused',
    (seconds) => {
      expect(wrongWith(`${GOOD}built-in-printer.seconds-per-face = ${seconds}`)).toEqual([
        expect.stringContaining('allowed: a number of seconds from 0 to 60'),
      ]);
    },
  );

  it.each(['"true"', '1', 'yes', 'True'])('is provisioned or not, and not %s', (value) => {
    expect(wrongWith(`${GOOD}provisioned = ${value}`)).toEqual([
      expect.stringContaining('allowed: true or false'),
    ]);
  });

  it('takes every number of seconds that the printer takes, and no other', () => {
    const { secondsPerFace } = virtualPrinter.shape;
    for (const seconds of [-1, -0.1, 0, 0.3, 8, 60, 60.1, 61])
      expect(
        wrongWith(`${GOOD}built-in-printer.seconds-per-face = ${seconds}`).length === 0,
        `${seconds}`,
      ).toBe(secondsPerFace.safeParse(seconds).success);
  });

  it('names a queue of the system where the system has queues that only it reaches', () => {
    const text = bytesOf(`${GOOD}print-queue = "Card Maker 9"\n`);
    expect(readSettings(text, 'other')).toMatchObject({ value: { 'print-queue': 'Card Maker 9' } });
    expect(readSettings(text, 'linux')).toMatchObject({ ok: false, error: [{ line: 2, column: 15 }] });
  });

  it('has a full path as the system has them', () => {
    const text = bytesOf("data-folder = 'C:\\Counterfoil'\n");
    expect(readSettings(text, 'other').ok).toBe(true);
    expect(readSettings(text, 'linux').ok).toBe(false);
  });

  it.each([
    ...['/', '/tmp', '/tmp/kiosk', '/var/tmp/a', '/run/kiosk', '/var/run/kiosk', '/home/clerk/data', '/root'],
    ...['/dev/shm/kiosk', '//tmp//kiosk', '/srv/../tmp/kiosk', '/./home', '/srv/..', '/..'],
  ])('of a release has its data in no folder that goes, or that its unit does not see: %s', (path) => {
    const text = bytesOf(`data-folder = ${JSON.stringify(path)}\n`);
    expect(wrongWith(`data-folder = ${JSON.stringify(path)}\n`)).toEqual([
      `f:1:15: data-folder is ${JSON.stringify(path)}; allowed: ${DATA}`,
    ]);
    // Tests keep theirs in folders that go with them, and Windows has others.
    expect(readSettings(text, 'linux-evaluation').ok).toBe(true);
    expect(readSettings(text, 'other').ok).toBe(true);
  });

  it.each([
    '/var/lib/counterfoil',
    '/srv/kiosk',
    '/temporary',
    '/tmpdata',
    '/homes/kiosk',
    '/srv/tmp',
    '/mnt/..x',
  ])('of a release may have its data in %s', (path) => {
    expect(wrongWith(`data-folder = ${JSON.stringify(path)}\n`)).toEqual([]);
  });

  it('that is not UTF-8 is told the line', () => {
    const bytes = Buffer.concat([Buffer.from(`${GOOD}# `), Buffer.from([0xc4, 0xff]), Buffer.from('\n')]);
    expect(readSettings(bytes, 'linux')).toMatchObject({ error: [{ line: 2, column: 1 }] });
    const utf16 = Buffer.from(`\ufeff${GOOD}`, 'utf16le');
    expect(readSettings(utf16, 'linux')).toMatchObject({ error: [{ line: 1, column: 1 }] });
  });
});

describe('an unknown key', () => {
  it.each([
    ['data-foldr = 1', 'data-folder'],
    ['Data-Folder = 1', 'data-folder'],
    ['data_folder = 1', 'data-folder'],
    ['policyfile = 1', 'policy-file'],
    ['seconds-per-face = 1', 'seconds-per-face in [built-in-printer]'],
    ['[built-in-printr]', 'built-in-printer'],
    ['[built-in-printer]\nsecond-per-face = 1', 'seconds-per-face'],
    ['[built-in-printer]\nusb-drive = 1', 'usb-drive above the first [table]'],
  ])('%s: %s is the nearest', (text, nearest) => {
    expect(wrongWith(text).join('\n')).toContain(`nearest known key: ${nearest}`);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'that is called %s is one like any other, and changes nothing',
    (name) => {
      for (const text of [
        `${name} = 1`,
        `[${name}]\nx = 1`,
        `${name}.x = 1`,
        `built-in-printer.${name}.x = 1`,
      ])
        expect(wrongWith(`${GOOD}${text}\n`), text).toEqual([expect.stringContaining(`unknown key ${name}`)]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('is not repeated in full, however long it is, nor is any character of it taken for a line', () => {
    const [line = ''] = wrongWith(`${GOOD}"${'x'.repeat(50_000)}" = 1`);
    expect(line.length).toBeLessThan(400);
    expect(wrongWith(`${GOOD}"a\\nb" = 1`)).toEqual([expect.stringContaining('unknown key "a\\nb";')]);
  });
});

describe('whatever is done to a file that is right', () => {
  const right = exampleSettings().replaceAll(/^# (?=[a-z[][^ ]* ?[=\]])/gm, '');

  it('the file is read first, or what follows tries nothing', () => {
    expect(wrongWith(right)).toEqual([]);
    expect(right).toContain('\nlock-after-minutes = 5\n');
    expect(wrongWith(exampleSettings())).toEqual([]);
  });

  it('the example that Linux is given names no key that only other systems take', () => {
    const others = knownKeys.filter(({ facts: { isOfLinux } }) => isOfLinux === false);
    expect(others.map(({ path }) => path.join('.'))).toEqual(['print-queue']);
    expect(exampleSettings()).not.toContain('print-queue');
  });

  const change = fc.record({
    at: fc.nat(right.length),
    cut: fc.oneof(fc.nat(3), fc.nat(200)),
    put: fc.oneof(
      fc.string({ maxLength: 4, unit: 'binary' }),
      fc.constantFrom(...['"', "'", '"""', "'''", '[', ']', '[[', '{', '}', '=', '.', ',', '#', '\n', '\r']),
      fc.constantFrom(
        ...['1979-05-27', '0x', '1_', 'inf', '\\u', '\\', '\0', '\ufeff', '\ud800', 'a.b.c = 1'],
      ),
    ),
  });

  it('there are settings, or mistakes in their order at places that the file has', () => {
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = exampleSettings();
        for (const { at, cut, put } of changes) text = text.slice(0, at) + put + text.slice(at + cut);
        if (judge(bytesOf(text))) read += 1;
        else refused += 1;
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 50_000 : 1_500 },
    );
    // Both happen, or one of them was never tried.
    expect(Math.min(read, refused)).toBeGreaterThan(10);
  });

  it('and of any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void judge(bytes)));
  });

  it.each([
    ['brackets', `data-folder = ${'['.repeat(60_000)}`],
    ['braces', `data-folder = ${'{a='.repeat(20_000)}`],
    ['tables', '[a]\n'.repeat(15_000)],
    ['dots', `a${'.a'.repeat(30_000)} = 1`],
    ['digits', `data-folder = ${'1'.repeat(60_000)}`],
    ['letters', `data-folder = "/${'a'.repeat(60_000)}"`],
    ['lines', 'a\n'.repeat(30_000)],
    ['keys', Array.from({ length: 6_000 }, (_, index) => `k${index}=1`).join('\n')],
  ])('%s of a whole file are an answer, and in time', (_what, text) => {
    expect(bytesOf(text).length).toBeLessThanOrEqual(MOST_SETTINGS_BYTES);
    const began = performance.now();
    expect(judge(bytesOf(text))).toBe(false);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

/** Whether it is read; if not, looks at what is said of it. */
function judge(bytes: Uint8Array): boolean {
  const read = readSettings(bytes, 'linux');
  if (read.ok) return true;
  const lines = new TextDecoder().decode(bytes).split('\n');
  expect(read.error.length).toBeGreaterThan(0);
  let before: Pick<SettingsMistake, 'line' | 'column'> = { line: 1, column: 1 };
  for (const mistake of read.error) {
    const { line, column } = mistake;
    expect(line).toBeGreaterThanOrEqual(before.line);
    if (line === before.line) expect(column).toBeGreaterThanOrEqual(before.column);
    const text = lines[line - 1];
    if (text === undefined) throw new Error(`there is no line ${line}`);
    // One behind the end of a line is where something is missing.
    expect(column).toBeLessThanOrEqual(text.length + 1);
    expect(mistakeLine('f', mistake)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]|undefined|\[object/u);
    expect(mistakeSentence(mistake)).toMatch(/\.$/);
    before = mistake;
  }
  return false;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A table with the examples of its keys. */
function tableOf(path: readonly string[]): string {
  return `{ ${keysIn(path)
    .map((key) => `${key.path.at(-1)} = ${key.facts.example}`)
    .join(', ')} }`;
}

describe('the sentence about a mistake', () => {
  it('has the place and all that may stand there, also beside the key that may be meant', () => {
    const mistake = {
      line: 3,
      column: 7,
      what: 'unknown key data-foldr',
      takes: 'one of data-folder, display',
    };
    expect(mistakeSentence({ ...mistake, nearest: 'data-folder' })).toBe(
      'Line 3, column 7: unknown key data-foldr. Did you mean data-folder? Allowed: one of data-folder, display.',
    );
    expect(mistakeSentence({ ...mistake, nearest: null })).toBe(
      'Line 3, column 7: unknown key data-foldr. It takes one of data-folder, display.',
    );
  });
});

describe('what is said of the keys', () => {
  it('says of a certificate that is left out what the kiosk does then', () => {
    const without = (table: string): string | null | undefined =>
      knownKeys.find(({ path }) => path.join('.') === `${table}.certificate`)?.facts.without;
    expect(without('card-printer')).toContain('the kiosk chooses nothing by itself');
    expect(without('ordinary-printer')).not.toContain('by itself');
  });

  it('is said of each, in whole sentences, and its example is right', () => {
    expect(knownKeys.map(({ path }) => path.join('.'))).toContain('built-in-printer.folder');
    for (const { path, facts, type } of knownKeys) {
      expect(facts.does, path.join('.')).toMatch(/^[A-Z].*\.$/);
      expect(facts.takes).not.toMatch(/[.;]$/);
      const example = type === 'table' ? tableOf(path) : facts.example;
      const system = path[0] === 'print-queue' ? 'other' : 'linux';
      const beside = path[0] === 'data-folder' ? '' : GOOD;
      if (path.length > 1) continue;
      const read = readSettings(bytesOf(`${beside}${path.join('.')} = ${example}`), system);
      expect(read.ok, path.join('.')).toBe(true);
    }
  });

  it('is beside the key in the schema', () => {
    expect(keyFacts.get(settingsSchemas.linux.shape['data-folder'])?.without).toBeNull();
  });
});
