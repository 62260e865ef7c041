import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastValue, topDirectives } from './directives.ts';

describe('a line of the settings', () => {
  it.each([
    ['PageLogFormat', 'pagelogformat', null],
    ['PageLogFormat \t ', 'pagelogformat', null],
    ['  \tTempDir \v /a b  ', 'tempdir', '/a b'],
    ['TEMPDIR /A', 'tempdir', '/A'],
    ['TempDir /a # a comment', 'tempdir', '/a'],
    ['TempDir /a\\#b', 'tempdir', '/a#b'],
    ['TempDir /a\\#b # no comment', 'tempdir', '/a#b # no comment'],
    ['TempDir "/a"', 'tempdir', '"/a"'],
    ['<Limit All>', '<limit', 'All'],
    // These three open no section, or it would have to be closed.
    ['<Policy default> ', '<policy', null],
    ['<Policy default', '<policy', null],
    ['<Policy>', '<policy>', null],
  ])('%j', (line, name, value) => {
    expect(topDirectives(line)).toEqual([{ name, value }]);
  });

  it.each(['', '   ', '# TempDir /a', '  # x'])('%j says nothing', (line) => {
    expect(topDirectives(line)).toEqual([]);
  });

  it('ends at a carriage return, even inside a comment', () => {
    expect(topDirectives('# a\rTempDir /a\r\nCacheDir /b\n')).toEqual([
      { name: 'tempdir', value: '/a' },
      { name: 'cachedir', value: '/b' },
    ]);
  });

  it('counts only outside of sections', () => {
    const text =
      'A 1\n<policy x>\nA 2\n<Limit All>\nA 3\n</Limit>\n</POLICY>\nB 4\n<Location /> # x\nA 5\n</Location>\n';
    expect(topDirectives(text)).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '4' },
    ]);
    // With a blank behind the head, cupsd 2.4.10 listens on the port in this "section".
    expect(topDirectives('<Location /x> \nPort 16777\n</Location>')).toContainEqual({
      name: 'port',
      value: '16777',
    });
  });

  it('is not understood where cupsd would read something else, or not start', () => {
    expect(topDirectives('<Policy a>\nA 1\n')).toBeNull();
    expect(topDirectives('A 1\0 2')).toBeNull();
    expect(topDirectives(`#${'x'.repeat(2047)}`)).toBeNull();
    expect(topDirectives(`#${'é'.repeat(1024)}`)).toBeNull();
    expect(topDirectives(`#${'x'.repeat(2046)}`)).toEqual([]);
  });
});

describe('any settings', () => {
  const blank = fc.stringMatching(/^[ \t]{0,3}$/);
  const some = fc.stringMatching(/^[ \t]{1,3}$/);
  const name = fc.stringMatching(/^[A-Za-z]{1,12}$/);
  const value = fc.stringMatching(/^[A-Za-z0-9/:.*%-]{1,10}( [A-Za-z0-9/]{1,5})?$/);
  const comment = fc.stringMatching(/^( ?#[ -~]{0,12})?$/);
  const entry = fc.record({
    name,
    value: fc.option(value),
    before: blank,
    between: some,
    after: blank,
    comment,
  });
  const noise = fc.constantFrom('', '  ', '# LogLevel debug', '<Policy p>\nLogLevel debug\n</Policy>');

  it('say the same whatever their case, blanks, comments and sections', () => {
    const document = fc.array(fc.tuple(entry, noise, fc.constantFrom('\n', '\r\n', '\r')));
    fc.assert(
      fc.property(document, (lines) => {
        const text = lines.map(([line, other, end]) => {
          const said = line.value === null ? '' : `${line.between}${line.value}`;
          return `${line.before}${line.name}${said}${line.after}${line.comment}${end}${other}${end}`;
        });
        const expected = lines.map(([line]) => ({ name: line.name.toLowerCase(), value: line.value }));
        expect(topDirectives(text.join(''))).toEqual(expected);
        for (const [line] of lines) {
          const last = expected.findLast((one) => one.name === line.name.toLowerCase());
          expect(lastValue(expected, line.name.toUpperCase())).toBe(last?.value);
        }
      }),
    );
  });

  it('of any shape give names in small letters without blanks, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { name } of topDirectives(text) ?? []) {
          expect(name).toMatch(/^[^ \t\v\f\r\n]+$/);
          expect(name).toBe(name.toLowerCase());
        }
      }),
    );
  });
});
