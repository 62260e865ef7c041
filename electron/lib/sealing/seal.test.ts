import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import { open, seal } from './seal.ts';

const application = applicationId.parse('0123456789abcdef0123456789abcdef');
const other = applicationId.parse('ffffffffffffffffffffffffffffffff');

describe('sealing', () => {
  it('opens what it sealed, for every content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 5000 }), (plain) => {
        const key = randomBytes(32);
        expect(open(key, application, 'answers', seal(key, application, 'answers', plain))).toEqual({
          ok: true,
          value: plain,
        });
      }),
    );
  });

  it('never shows a long enough plain text inside the sealed bytes', () => {
    const plain = Buffer.from('Quillifer Brandywood-Testname');
    const sealed = Buffer.from(seal(randomBytes(32), application, 'answers', plain));
    expect(sealed.includes(plain.subarray(0, 8))).toBe(false);
  });

  it('refuses another key, another application, another part and any flipped bit', () => {
    const key = randomBytes(32);
    const sealed = seal(key, application, 'photo', Buffer.from('face'));
    const tampered = { ok: false, error: { kind: 'tampered' } };
    expect(open(randomBytes(32), application, 'photo', sealed)).toEqual(tampered);
    expect(open(key, other, 'photo', sealed)).toEqual(tampered);
    expect(open(key, application, 'tray', sealed)).toEqual(tampered);
    for (let bit = 0; bit < sealed.byteLength * 8; bit += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(key, application, 'photo', flipped)).toEqual(tampered);
    }
  });
});
