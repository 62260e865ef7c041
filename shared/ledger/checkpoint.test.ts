import { describe, expect, it } from 'vitest';
import { checkpointSchema, fingerprint, inGroups, signedBytes } from './checkpoint.ts';
import { hexOfBytes } from './encode-field.ts';

const sample = {
  format: 'counterfoil checkpoint 1',
  kiosk: '0f'.repeat(16),
  sequence: 258,
  hash: 'ab'.repeat(32),
  signature: `${'A'.repeat(86)}==`,
  publicKey: `${'A'.repeat(59)}=`,
};

describe('what is signed', () => {
  const content = { kiosk: new Uint8Array(16).fill(15), sequence: 258, hash: new Uint8Array(32).fill(171) };

  it('is a domain, the kiosk, eight bytes of number, the hash, and stays as it is', () => {
    expect(hexOfBytes(signedBytes('head', content))).toBe(
      `${Buffer.from('counterfoil ledger head 1\n').toString('hex')}${'0f'.repeat(16)}0000000000000102${'ab'.repeat(32)}`,
    );
  });

  it('is another for a head than for an interval', () => {
    expect(signedBytes('interval', content)).not.toEqual(signedBytes('head', content));
  });

  it('has fixed lengths: anything else is a bug', () => {
    expect(() => signedBytes('head', { ...content, kiosk: new Uint8Array(15) })).toThrow();
    expect(() => signedBytes('head', { ...content, hash: new Uint8Array(33) })).toThrow();
  });
});

describe('a checkpoint file', () => {
  it('is read as it was written', () => {
    expect(checkpointSchema.parse(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
  });

  it.each([
    ['another format', { ...sample, format: 'counterfoil checkpoint 2' }],
    ['a field too many', { ...sample, name: 'Martin' }],
    ['a number below 1', { ...sample, sequence: 0 }],
    ['a number that is none', { ...sample, sequence: 1.5 }],
    ['a hash in capitals', { ...sample, hash: 'AB'.repeat(32) }],
    ['a short signature', { ...sample, signature: 'AAAA' }],
    ['nothing', null],
  ])('is refused with %s', (_name, value) => {
    expect(checkpointSchema.safeParse(value).success).toBe(false);
  });
});

describe('on paper', () => {
  it('digits stand in groups of four', () => {
    expect(inGroups('0123456789abcdef')).toBe('0123 4567 89ab cdef');
    expect(inGroups('ab'.repeat(32)).split(' ')).toHaveLength(16);
  });

  it('a key has a name of eight groups', () => {
    expect(fingerprint(`0123${'00'.repeat(30)}`)).toBe('0123 0000 0000 0000 0000 0000 0000 0000');
  });
});
