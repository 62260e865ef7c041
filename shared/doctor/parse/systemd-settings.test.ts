import { describe, expect, it } from 'vitest';
import { inReadingOrder, isNo, settingIn, wordsIn } from './systemd-settings.ts';

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

  it('is read from the main file, then from drop-ins by name; of two with one name the earlier folder counts', () => {
    const etc = { files: [{ name: '20-b.conf', text: 'etc 20' }] };
    const usr = {
      files: [
        { name: '10-a.conf', text: 'usr 10' },
        { name: '20-b.conf', text: 'usr 20' },
      ],
    };
    expect(inReadingOrder('main', [etc, usr])).toEqual(['main', 'usr 10', 'etc 20']);
    expect(inReadingOrder(null, [])).toEqual([]);
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
