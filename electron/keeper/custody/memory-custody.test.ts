import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import { patternsOfBytes } from '../../../shared/remanence/patterns.ts';
import { createMemorySearch, scanProcess } from '../../../tests/support/memory/scan-process.ts';
import { createMemoryCustody } from './memory-custody.ts';

const ids = Array.from({ length: 8 }, (_, index) => applicationId.parse(String(index).repeat(32)));
const [one, other] = ids;
if (one === undefined || other === undefined) throw new Error('no ids');

describe('the custody in memory', () => {
  it('gives each application a random key of its own', () => {
    const custody = createMemoryCustody();
    custody.create(one);
    custody.create(other);
    const [first, again, second] = [custody.open(one), custody.open(one), custody.open(other)];
    if (!first.ok || !again.ok || !second.ok) throw new Error('no key');
    expect(first.value.byteLength).toBe(32);
    expect(first.value.some((byte) => byte !== 0)).toBe(true);
    // The guarded memory itself, never a copy that would outlive it.
    expect(again.value).toBe(first.value);
    expect(second.value).not.toEqual(first.value);
  });

  it('zeroes the memory itself when a key is destroyed, and only that one', () => {
    const custody = createMemoryCustody();
    custody.create(one);
    custody.create(other);
    const [first, second] = [custody.open(one), custody.open(other)];
    if (!first.ok || !second.ok) throw new Error('no key');
    custody.destroy(one);
    expect(first.value.every((byte) => byte === 0)).toBe(true);
    expect(second.value.some((byte) => byte !== 0)).toBe(true);
    expect(custody.open(one)).toEqual({ ok: false, error: { kind: 'no-key' } });
  });

  it('never replaces a key: the ciphertext under it would be lost', () => {
    const custody = createMemoryCustody();
    custody.create(one);
    const opened = custody.open(one);
    if (!opened.ok) throw new Error('no key');
    const before = Buffer.from(opened.value);
    expect(() => custody.create(one)).toThrow('has a key already');
    expect(before.equals(opened.value)).toBe(true);
  });

  it('has exactly the keys that were created and not destroyed', () => {
    const act = fc.tuple(fc.constantFrom('create', 'destroy'), fc.constantFrom(...ids));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60, size: 'max' }), (acts) => {
        const custody = createMemoryCustody();
        const expected = new Set<string>();
        for (const [kind, id] of acts) {
          if (kind === 'destroy') {
            custody.destroy(id);
            expected.delete(id);
          } else if (!expected.has(id)) {
            custody.create(id);
            expected.add(id);
          }
        }
        for (const id of ids) {
          expect(custody.has(id)).toBe(expected.has(id));
          expect(custody.open(id).ok).toBe(expected.has(id));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves no byte of a destroyed key in its process', async () => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('custody-child.ts', import.meta.url))], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [told]: unknown[] = await once(child.stdout, 'data');
    if (!(told instanceof Uint8Array) || child.pid === undefined) throw new Error('the child said nothing');
    const keys = told.map((byte) => ~byte);
    const search = createMemorySearch([
      ...patternsOfBytes('wiped', keys.subarray(0, 32)),
      // Half a key would be a find as well.
      ...patternsOfBytes('half of the wiped', keys.subarray(8, 24)),
      ...patternsOfBytes('kept', keys.subarray(32)),
    ]);
    const found = (): string[] =>
      scanProcess(child.pid ?? 0, search)
        .hits.map(({ label }) => label)
        .sort();
    // Each key once: in its guarded page and nowhere else, although it was opened.
    expect(found()).toEqual(['half of the wiped', 'kept', 'wiped']);
    child.stdin.write('x');
    await once(child.stdout, 'data');
    expect(found()).toEqual(['kept']);
  });
});
