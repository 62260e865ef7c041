import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingsOf, encodingsOfBytes, MINIMUM_PATTERN_BYTES, searchable } from './encodings.ts';

function formsOf(value: string): ReadonlyMap<string, Buffer> {
  return new Map(encodingsOf(value).map(({ encoding, bytes }) => [encoding, Buffer.from(bytes)]));
}

/** Node's own encoders judge ours: a form stands in the text if its bytes do. */
function expectWithin(
  text: string,
  forms: readonly { encoding: string; bytes: Uint8Array }[],
  name: string,
): void {
  const form = forms.find(({ encoding }) => encoding === name);
  expect(form && Buffer.from(text, 'latin1').includes(Buffer.from(form.bytes))).toBe(true);
}

const binary = fc.uint8Array({ minLength: MINIMUM_PATTERN_BYTES, maxLength: 80, size: 'max' });

describe('encodings of a typed value', () => {
  it('lists a plain word as typed, upper-cased, in base64 and in hexadecimal', () => {
    expect([...formsOf('Zobrek').keys()]).toEqual([
      'utf-8',
      'utf-16le',
      'upper utf-8',
      'upper utf-16le',
      'base64 +0',
      'base64 +1',
      'base64 +2',
      'hex',
      'hex upper',
    ]);
  });

  it('writes UTF-8 and UTF-16LE as Node does, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 6 }), (value) => {
        const forms = formsOf(value);
        expect(forms.get('utf-8')).toEqual(Buffer.from(value, 'utf8'));
        expect(forms.get('utf-16le')).toEqual(Buffer.from(value, 'utf16le'));
      }),
    );
  });

  it('knows the one-byte form in which V8 keeps accented Latin letters', () => {
    expect(formsOf('José Núñez').get('latin-1')).toEqual(Buffer.from('José Núñez', 'latin1'));
    expect(formsOf('Łukasz Żak').has('latin-1')).toBe(false);
  });

  it('adds the other normal form only where it differs', () => {
    const composed = 'José Núñez'.normalize('NFC');
    expect(formsOf(composed).get('nfd utf-8')).toEqual(Buffer.from(composed.normalize('NFD')));
    expect(formsOf(composed.normalize('NFD')).get('nfc utf-8')).toEqual(Buffer.from(composed));
    expect(formsOf(composed).has('nfc utf-8')).toBe(false);
  });

  it('does not search short values by themselves, nor short forms of longer ones', () => {
    expect(searchable('Li Wu')).toBe(false);
    expect(encodingsOf('Li Wu')).toEqual([]);
    expect(searchable('王芳')).toBe(true);
    expect(formsOf('王芳').has('utf-16le')).toBe(false);
    fc.assert(
      fc.property(fc.string(), (value) => {
        for (const { bytes } of encodingsOf(value)) {
          expect(bytes.length).toBeGreaterThanOrEqual(MINIMUM_PATTERN_BYTES);
        }
      }),
    );
  });
});

describe('encodings of bytes', () => {
  it('are found in the base64 of anything they stand in, at the right alignment', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 7 }),
        binary,
        fc.uint8Array({ maxLength: 7 }),
        (before, value, after) => {
          const whole = Buffer.concat([before, value, after]);
          const forms = encodingsOfBytes(value);
          const alignment = before.length % 3;
          expectWithin(whole.toString('base64'), forms, `base64 +${alignment}`);
          const url = forms.some(({ encoding }) => encoding === `base64url +${alignment}`);
          expectWithin(whole.toString('base64url'), forms, `${url ? 'base64url' : 'base64'} +${alignment}`);
        },
      ),
    );
  });

  it('are found in hexadecimal of both cases', () => {
    fc.assert(
      fc.property(binary, (value) => {
        const forms = encodingsOfBytes(value);
        expectWithin(Buffer.from(value).toString('hex'), forms, 'hex');
      }),
    );
    const forms = encodingsOfBytes(Uint8Array.of(0xab, 0xcd, 0xef, 1, 2, 3));
    expectWithin('ABCDEF010203', forms, 'hex upper');
  });

  it('copy the raw bytes, so that zero-filling the one leaves the other', () => {
    const key = new Uint8Array(32).fill(7);
    const [raw] = encodingsOfBytes(key);
    key.fill(0);
    expect(raw?.bytes).toEqual(new Uint8Array(32).fill(7));
  });
});
