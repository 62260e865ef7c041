import { describe, expect, it } from 'vitest';
import { assignments, dropInFolders, inReadingOrder, isNo, settingIn, wordsIn } from './systemd-settings.ts';

/** /etc/systemd/journald.conf as Debian 13 ships it, shortened. */
const shipped = `#  This file is part of systemd.
#
# Entries in this file show the compile time defaults.

[Journal]
#Storage=auto
#Compress=yes
`;

describe('a setting of systemd', () => {
  it('is none in the file as it is shipped', () => {
    expect(settingIn([shipped], 'Journal', 'Storage')).toBeUndefined();
  });

  it.each([
    ['of its section', ['[Journal]\nStorage=volatile\n'], 'volatile'],
    ['not of another', ['[Other]\nStorage=volatile\n'], undefined],
    ['before any section is none', ['Storage=volatile\n'], undefined],
    ['with blanks and tabs around it', [' [Journal]\n\tStorage =\tnone \r\n'], 'none'],
    ['the last one counts', ['[Journal]\nStorage=none\n', '[Journal]\nStorage=persistent\n'], 'persistent'],
    ['an empty one takes back what came before', ['[Journal]\nStorage=none\nStorage=\n'], undefined],
    ['in a line that goes on', ['[Journal]\nStorage=\\\nnone\n'], 'none'],
    ['behind a semicolon is a comment', ['[Journal]\n;Storage=none\n'], undefined],
    ['by its exact name', ['[Journal]\nstorage=none\nStorages=none\n'], undefined],
    ['a line without an equals sign is none', ['[Journal]\nStorage\n'], undefined],
    ['no texts at all', [], undefined],
  ])('%s', (_name, texts, value) => {
    expect(settingIn(texts, 'Journal', 'Storage')).toBe(value);
  });

  it('is read from drop-ins by name; of two with one name the earlier folder counts', () => {
    const file = (folder: string, name: string) => ({ name, path: `/${folder}/${name}`, text: '' });
    const [etc, usr] = [[file('etc', '20-b.conf')], [file('usr', '10-a.conf'), file('usr', '20-b.conf')]];
    expect(inReadingOrder([etc, usr]).map(({ path }) => path)).toEqual(['/usr/10-a.conf', '/etc/20-b.conf']);
    expect(inReadingOrder([])).toEqual([]);
  });

  it.each([
    ['kiosk.service', ['kiosk.service.d', 'service.d']],
    [
      'counterfoil-evaluation-display.service',
      [
        ...['counterfoil-evaluation-display.service.d', 'counterfoil-evaluation-.service.d'],
        ...['counterfoil-.service.d', 'service.d'],
      ],
    ],
    ['var-spool-cups.mount', ['var-spool-cups.mount.d', 'var-spool-.mount.d', 'var-.mount.d', 'mount.d']],
  ])(
    'of %s is in drop-ins of its own, of the beginnings of its name, and of all of its type',
    (unit, names) => {
      expect(dropInFolders(unit)).toEqual(names);
    },
  );

  it('has its line, and one that goes on that in which it begins', () => {
    const text = '# One\n[Unit]\nA=1\n\n[Service]\nB=two \\\n  three\n;C=4\nC =\nno assignment\n';
    expect(assignments(text)).toEqual([
      { section: 'Unit', key: 'A', value: '1', line: 3 },
      { section: 'Service', key: 'B', value: 'two    three', line: 6 },
      { section: 'Service', key: 'C', value: '', line: 9 },
    ]);
    expect(assignments('A=1')).toEqual([{ section: '', key: 'A', value: '1', line: 1 }]);
    expect(assignments('[Service]\r\nA=1\\')).toEqual([
      { section: 'Service', key: 'A', value: '1', line: 2 },
    ]);
  });

  it.each([
    [['[Service]\nReadWritePaths=-/media -/mnt\n'], ['-/media', '-/mnt']],
    [
      ['[Service]\nReadWritePaths=/a\nReadWritePaths=/b\n', '[Service]\nReadWritePaths=/c\n'],
      ['/a', '/b', '/c'],
    ],
    [['[Service]\nReadWritePaths=/a\n', '[Service]\nReadWritePaths=\nReadWritePaths=/b\n'], ['/b']],
    [['[Service]\nReadWritePaths=/a\nReadWritePaths=\n'], []],
    [['[Service]\nReadWritePaths="/a"\t/b\n'], ['/a', '/b']],
    [['[Unit]\nReadWritePaths=/a\n'], []],
    [[], []],
  ])('with a list has all its words, from where it was taken back last: %j', (texts, words) => {
    expect(wordsIn(texts, 'Service', 'ReadWritePaths')).toEqual(words);
  });

  it('says no in several words', () => {
    expect(['no', 'False', 'off', '0', 'n'].every(isNo)).toBe(true);
    expect([undefined, 'yes', '', 'nope'].some(isNo)).toBe(false);
  });
});
