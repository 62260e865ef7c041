import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendHash, type ChainLink, chainStart, verifyChain } from './chain.ts';
import { hexOfBytes } from './encode-field.ts';

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

function chainOf(entries: readonly Uint8Array[]): readonly ChainLink[] {
  let previous = chainStart;
  return entries.map((bytes, index) => {
    previous = appendHash(previous, bytes, sha256);
    return { sequence: index + 1, bytes, hash: previous };
  });
}

const chains = fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 2, maxLength: 12 }).map(chainOf);
const broken = (sequence: number, reason = 'changed') => ({
  ok: false,
  error: { kind: 'broken', sequence, reason },
});

describe('the chain', () => {
  it('hashes previous hash, length and entry, and stays as it is', () => {
    const entry = Uint8Array.of(1, 2, 3);
    const first = appendHash(chainStart, entry, sha256);
    const byHand = createHash('sha256')
      .update('counterfoil ledger 2\n')
      .update(Buffer.alloc(11))
      .update(Uint8Array.of(3))
      .update(entry)
      .digest('hex');
    expect(hexOfBytes(first)).toBe(byHand);
    expect(() => appendHash(chainStart, new Uint8Array(128), sha256)).toThrow('127 bytes');
    expect(() => appendHash(Uint8Array.of(1), entry, sha256)).toThrow('32 bytes');
  });

  it('is whole as it was written, and empty at its start', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        expect(verifyChain(chain, sha256)).toEqual({
          ok: true,
          value: { sequence: chain.length, hash: chain.at(-1)?.hash },
        });
      }),
    );
    expect(verifyChain([], sha256)).toEqual({ ok: true, value: { sequence: 0, hash: chainStart } });
  });

  it('names the entry in which a bit was changed, in the entry or in its hash', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), fc.boolean(), (chain, which, where, inHash) => {
        const index = which % chain.length;
        const changed = chain.map((link, position) => {
          if (position !== index) return link;
          const part = inHash ? link.hash : link.bytes;
          const other = part.with(where % part.length, (part[where % part.length] ?? 0) ^ 1);
          return inHash ? { ...link, hash: other } : { ...link, bytes: other };
        });
        expect(verifyChain(changed, sha256)).toEqual(broken(index + 1));
      }),
    );
  });

  it('names the entry that is missing, unless it was the last: then the head is another', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, which) => {
        const index = which % chain.length;
        const rest = chain.filter((_link, position) => position !== index);
        const verified = verifyChain(rest, sha256);
        if (index < chain.length - 1) expect(verified).toEqual(broken(index + 1, 'missing'));
        else expect(verified).toEqual({ ok: true, value: { sequence: index, hash: chain.at(-2)?.hash } });
      }),
    );
  });

  it('names the missing entry also when the others were numbered anew', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, which) => {
        const index = which % (chain.length - 1);
        const rest = chain
          .filter((_link, position) => position !== index)
          .map((link, position) => ({ ...link, sequence: position + 1 }));
        expect(verifyChain(rest, sha256)).toEqual(broken(index + 1));
      }),
    );
  });

  it('names the first number that does not follow, though every hash fits', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.integer({ min: 1, max: 5 }), (chain, which, gap) => {
        const index = which % chain.length;
        const moved = chain.map((link, position) =>
          position < index ? link : { ...link, sequence: link.sequence + gap },
        );
        expect(verifyChain(moved, sha256)).toEqual(broken(index + 1, 'missing'));
      }),
    );
  });

  it('goes on from where it is known to hold', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, which) => {
        const from = chain[which % chain.length];
        if (from === undefined) throw new Error('within the chain');
        const rest = chain.slice(from.sequence);
        expect(verifyChain(rest, sha256, from)).toMatchObject({
          ok: true,
          value: { sequence: chain.length, hash: chain.at(-1)?.hash },
        });
        const other = { ...from, hash: chainStart };
        if (rest.length > 0) expect(verifyChain(rest, sha256, other)).toEqual(broken(from.sequence + 1));
      }),
    );
  });

  it('names the first that stands before its place', () => {
    const chain = chainOf([Uint8Array.of(1), Uint8Array.of(2)]);
    const [first, second] = chain;
    if (first === undefined || second === undefined) throw new Error('within the chain');
    expect(verifyChain([{ ...first, sequence: 0 }, second], sha256)).toEqual(broken(1, 'out-of-order'));
    expect(verifyChain([first, first, second], sha256)).toEqual(broken(2, 'out-of-order'));
  });

  it('names the first of two entries that changed places', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, which) => {
        const index = which % (chain.length - 1);
        const [first, second] = [chain[index], chain[index + 1]];
        if (first === undefined || second === undefined) throw new Error('within the chain');
        const swapped = chain.with(index, { ...second, sequence: index + 1 });
        expect(verifyChain(swapped.with(index + 1, { ...first, sequence: index + 2 }), sha256)).toEqual(
          broken(index + 1),
        );
      }),
    );
  });
});
