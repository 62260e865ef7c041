import { expect, it } from 'vitest';
import type { Checkpoint } from '../../../shared/ledger/checkpoint.ts';
import { checkpointOfCode, codeOfCheckpoint } from './checkpoint-code.ts';
import { newKey } from './ledger.test-support.ts';
import { isCheckpointValid, signCheckpoint } from './signatures.ts';

function checkpointAt(sequence: number): Checkpoint {
  const key = newKey();
  const content = { kiosk: Buffer.alloc(16, 0xc4), sequence, hash: Buffer.alloc(32, 7) };
  return {
    format: 'counterfoil checkpoint 1',
    kiosk: content.kiosk.toString('hex'),
    sequence,
    hash: content.hash.toString('hex'),
    signature: Buffer.from(signCheckpoint(key, 'head', content)).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
  };
}

it.each([1, 4_711, 2 ** 40 - 1])(
  'a checkpoint at entry %i comes back out of its code as it was',
  (sequence) => {
    const checkpoint = checkpointAt(sequence);
    const code = codeOfCheckpoint(checkpoint);
    expect(code).toMatch(/^(?:[0-9A-Z]{4} ){59}[0-9A-Z]{4}$/);
    expect(checkpointOfCode(code)).toEqual(checkpoint);
    // As a scanner gives it, and as somebody types it.
    expect(checkpointOfCode(`${code.replaceAll(' ', '')}\n`)).toEqual(checkpoint);
    expect(checkpointOfCode(code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(
      checkpoint,
    );
  },
);

it('a code with another character holds no signature, or is none', () => {
  const code = codeOfCheckpoint(checkpointAt(4_711)).replaceAll(' ', '');
  for (let place = 0; place < code.length; place += 7) {
    const altered = `${code.slice(0, place)}${code[place] === 'A' ? 'B' : 'A'}${code.slice(place + 1)}`;
    const read = checkpointOfCode(altered);
    expect(read !== null && isCheckpointValid(read), altered).toBe(false);
  }
  for (const other of ['', code.slice(1), `${code}0`, code.replace(/.$/, 'U'), '0'.repeat(240)])
    expect(checkpointOfCode(other)).toBeNull();
});
