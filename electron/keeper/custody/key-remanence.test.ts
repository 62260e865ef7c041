import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashRaw } from '@node-rs/argon2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { patternsOfBytes, type SearchPattern } from '../../../shared/remanence/patterns.ts';
import { createMemorySearch, scanProcess } from '../../../tests/support/memory/scan-process.ts';
import { ciphertextsIn, slotPathOfTest } from './custody.test-support.ts';
import { openBox } from './guarded.ts';

interface Child {
  /** Says something, and waits for what the child says to it. */
  ask(words: string | Uint8Array): Promise<Buffer>;
  /** Waits for what the child says by itself. */
  listen(): Promise<Buffer>;
  /** Labels of what is in its memory now, one for each place. */
  found(patterns: readonly SearchPattern[]): readonly string[];
  end(): Promise<void>;
}

function start(script: string, ...options: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));
  async function listen(): Promise<Buffer> {
    const [told]: unknown[] = await once(child.stdout, 'data');
    if (!Buffer.isBuffer(told)) throw new Error('the child said nothing');
    return told;
  }
  return {
    ask(words) {
      child.stdin.write(words);
      return listen();
    },
    listen,
    found(patterns) {
      const scan = scanProcess(child.pid ?? 0, createMemorySearch(patterns));
      expect(scan.gone).toBe(false);
      return scan.hits.map(({ label }) => label).sort();
    },
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const inverted = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => ~byte));

describe.runIf(process.platform === 'linux')('a sealed key', () => {
  it.each(['create', 'resume'])('leaves nothing in its process or its file (%s)', async (mode) => {
    const slotPath = slotPathOfTest();
    const deviceKey = crypto.getRandomValues(new Uint8Array(32));
    const first = start('sealed-child.test-support.ts', slotPath, 'create');
    let child = first;
    let keys = inverted(await first.ask(inverted(deviceKey)));
    if (mode === 'resume') {
      await first.end();
      child = start('sealed-child.test-support.ts', slotPath, 'resume');
      const back = inverted(await child.ask(inverted(deviceKey)));
      expect(back.equals(keys)).toBe(true);
      keys = back;
    }
    const [old = Buffer.alloc(0), other = Buffer.alloc(0)] = ciphertextsIn(slotPath).map((bytes) =>
      Buffer.from(bytes),
    );
    const patterns = [
      ...patternsOfBytes('wiped', keys.subarray(0, 32)),
      // Half a key would be a find as well.
      ...patternsOfBytes('half of the wiped', keys.subarray(8, 24)),
      ...patternsOfBytes('kept', keys.subarray(32)),
      ...patternsOfBytes('device key', deviceKey),
      ...patternsOfBytes('half of the device key', deviceKey.subarray(8, 24)),
      // With the device key, which is there all day, its ciphertext is as good as the key.
      ...patternsOfBytes('ciphertext', old.subarray(0, 32)),
      ...patternsOfBytes('ciphertext of the kept', other.subarray(0, 32)),
    ];
    const whileOpen = ['device key', 'half of the device key', 'kept'];
    // Each once, in its guarded memory; and of the page that was written or read, nothing.
    expect(child.found(patterns)).toEqual([...whileOpen.slice(0, 2), 'half of the wiped', 'kept', 'wiped']);
    for (const there of [old, other]) expect(readFileSync(slotPath).includes(there)).toBe(true);

    expect((await child.ask('destroy')).toString()).toBe('destroyed');
    expect(child.found(patterns)).toEqual(whileOpen);
    expect(readFileSync(slotPath).includes(old)).toBe(false);
    for (const key of [keys.subarray(0, 32), keys.subarray(32), Buffer.from(deviceKey)]) {
      expect(readFileSync(slotPath).includes(key)).toBe(false);
    }

    expect((await child.ask('close')).toString()).toBe('closed');
    expect(child.found(patterns)).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('a passphrase', () => {
  it('leaves no key made of it, and of the device key what the caller has', async () => {
    const passphrase = 'marble otter seven lamps';
    const child = start('device-key-child.test-support.ts', passphrase);
    const told = await child.listen();
    const deviceKey = inverted(told.subarray(0, 32));
    // As the rule says: Argon2id, 64 MiB, 3 passes, one lane.
    const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 };
    const made = await hashRaw(passphrase, { ...options, salt: told.subarray(32, 48) });
    // The control: it is the key that was made, for it opens what the child wrapped.
    const [nonce, sealed] = [told.subarray(48, 72), told.subarray(72)];
    const associatedData = Buffer.from(JSON.stringify(['counterfoil device key', 1, 'member-1', 'clerk']));
    const opened = Buffer.alloc(32);
    expect(openBox(opened, { nonce, sealed, associatedData }, made)).toBe(true);
    expect(opened.equals(deviceKey)).toBe(true);
    const patterns = [
      ...patternsOfBytes('device key', deviceKey),
      ...patternsOfBytes('key made of the passphrase', made),
      ...patternsOfBytes('half of it', made.subarray(8, 24)),
    ];
    expect(child.found(patterns)).toEqual(['device key']);
    expect((await child.ask('zero')).toString()).toBe('zeroed');
    expect(child.found(patterns)).toEqual([]);
  });
});
