import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passphraseOf } from './passphrase.ts';
import { staffNameKey, staffNameOf } from './staff-name.ts';

describe('the name of somebody who works here', () => {
  it.each([
    ['Anselm', 'Anselm'],
    ['  Berta\u00a0 of  Kent ', 'Berta of Kent'],
    ['Zoe\u0308', 'Zoë'],
    ["D’Arcy O'Neil-Smith", "D’Arcy O'Neil-Smith"],
    ['Clerk 4', 'Clerk 4'],
    ['李小龙', '李小龙'],
    ['مریم', 'مریم'],
  ])('%j is kept as %j', (typed, name) => {
    expect(staffNameOf(typed)).toEqual({ ok: true, value: name });
  });

  it.each([
    '',
    '   ',
    '---',
    'An\nselm',
    'An\u0000selm',
    'An\u202eselm',
    'An\u200bselm',
    '<b>',
    'Berta 😀',
    '\ud800',
  ])('%j is none', (typed) => {
    expect(staffNameOf(typed)).toEqual({ ok: false, error: { kind: 'unusable-name' } });
  });

  it('is the same in any case and however it was typed', () => {
    const same = [
      ['Anselm', ' ANSELM '],
      ['Zoë', 'zoe\u0308'],
      ['ΝΙΚΟΣ', 'νικος'],
      ['νικοσ', 'νικος'],
      ['Straße', 'STRASSE'],
      ['Berta  of Kent', 'berta of kent'],
    ] as const;
    for (const [one, other] of same) expect(staffNameKey(one)).toBe(staffNameKey(other));
    expect(staffNameKey('Anselm')).not.toBe(staffNameKey('Anselma'));
  });

  it('once kept is kept the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const name = staffNameOf(typed);
        if (!name.ok) return;
        expect(staffNameOf(name.value)).toEqual(name);
        expect(staffNameKey(name.value)).toBe(staffNameKey(typed));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a passphrase', () => {
  it('does not count what a paste brings at its ends, and counts all within', () => {
    expect(passphraseOf('\r\n velvet anchor\t\n')).toBe('velvet anchor');
    expect(passphraseOf('velvet\nanchor')).not.toBe(passphraseOf('velvet anchor'));
    expect(passphraseOf('Velvet')).not.toBe(passphraseOf('velvet'));
    expect(passphraseOf('gru\u0308n')).toBe('grün');
  });
});
