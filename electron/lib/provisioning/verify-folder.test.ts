import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signDetached } from '../policy-file/detached-signature.ts';
import { folderBytes, SUBJECT, trustedProgramme } from './provisioning.test-support.ts';
import type { FolderBytes } from './read-folder.ts';
import { verifyFolder } from './verify-folder.ts';

const { programme, key } = trustedProgramme();
const good = folderBytes(programme);
const files = [...good.keys()];

/** The folder with another file, or without one. */
function changed(name: (typeof files)[number], bytes: Uint8Array | null): FolderBytes {
  const copy = new Map(good);
  if (bytes === null) copy.delete(name);
  else copy.set(name, bytes);
  return copy;
}

/** The folder with another manifest, which the program has signed. */
function withManifest(change: object): FolderBytes {
  const read: unknown = JSON.parse(Buffer.from(good.get('provisioning.json') ?? []).toString());
  const bytes = Buffer.from(JSON.stringify({ ...(read instanceof Object ? read : {}), ...change }));
  const copy = new Map(good);
  copy.set('provisioning.json', bytes);
  copy.set('provisioning.json.sig', Buffer.from(signDetached('provisioning', bytes, programme.privateKey)));
  return copy;
}

describe('a provisioning folder', () => {
  it('is taken as the program has signed it', () => {
    const verified = verifyFolder(good, key);
    expect(verified).toMatchObject({ ok: true, value: { manifest: SUBJECT } });
    expect(files).toHaveLength(7);
  });

  it('is refused with any byte of any file changed, one more or one less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('other', 'more', 'less'),
        (name, at, difference, how) => {
          const bytes = Buffer.from(good.get(name) ?? []);
          const place = at % bytes.byteLength;
          const wrong = Buffer.concat([
            bytes.subarray(0, place),
            how === 'less' ? Buffer.alloc(0) : Buffer.from([(bytes[place] ?? 0) ^ difference]),
            bytes.subarray(how === 'more' ? place : place + 1),
          ]);
          expect(verifyFolder(changed(name, bytes), key).ok).toBe(true);
          expect(verifyFolder(changed(name, wrong), key).ok).toBe(false);
        },
      ),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 500 : 150 },
    );
  });

  it('is refused at each bit of its signature, those of the encoding too', () => {
    const signature = Buffer.from(good.get('provisioning.json.sig') ?? []);
    for (let bit = 0; bit < 8 * signature.byteLength; bit += 1) {
      const wrong = Buffer.from(signature);
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verifyFolder(changed('provisioning.json.sig', wrong), key).ok, `bit ${bit}`).toBe(false);
    }
  });

  it.each(files)('is refused without %s', (name) => {
    expect(verifyFolder(changed(name, null), key)).toEqual({
      ok: false,
      error: { kind: 'missing-file', name },
    });
  });

  it('is refused with a file that is not listed', () => {
    const without = folderBytes(programme, { staff: null });
    expect(verifyFolder(without, key).ok).toBe(true);
    const smuggled = new Map([
      ...without,
      ['staff.json', good.get('staff.json') ?? new Uint8Array()] as const,
    ]);
    expect(verifyFolder(smuggled, key)).toEqual({
      ok: false,
      error: { kind: 'unknown-file', name: 'staff.json' },
    });
  });

  it('of another program is refused by name, whatever it says of itself', () => {
    const stranger = trustedProgramme();
    const theirs = folderBytes(stranger.programme);
    expect(verifyFolder(theirs, stranger.key).ok).toBe(true);
    expect(verifyFolder(theirs, key)).toMatchObject({ error: { kind: 'other-program' } });
    // With our key in their folder, only the signature tells.
    const disguised = folderBytes(stranger.programme, { programKey: programme.publicPem });
    expect(verifyFolder(disguised, key)).toEqual({ ok: false, error: { kind: 'unsigned', why: 'wrong' } });
  });

  it('is not signed by a signature of another kind of document', () => {
    const bytes = good.get('provisioning.json') ?? new Uint8Array();
    for (const kind of ['policy', 'order'] as const) {
      const signature = Buffer.from(signDetached(kind, bytes, programme.privateKey));
      expect(verifyFolder(changed('provisioning.json.sig', signature), key)).toMatchObject({
        error: { kind: 'unsigned' },
      });
      const disguised = Buffer.from(`${signature}`.replace(kind, 'provisioning'));
      expect(verifyFolder(changed('provisioning.json.sig', disguised), key)).toEqual({
        ok: false,
        error: { kind: 'unsigned', why: 'wrong' },
      });
    }
  });
});

describe('a signed manifest', () => {
  it.each([
    ['of a newer program', { format: 2, lanes: 3 }, { kind: 'newer-format', format: 2 }],
    ['with a key that nobody knows', { until: 'Monday' }, { kind: 'wrong-manifest', where: 'until' }],
    ['with no day', { validUntil: 'Monday' }, { kind: 'wrong-manifest', where: 'validUntil' }],
    ['with a day that no month has', { issued: '2026-02-30' }, { kind: 'wrong-manifest', where: 'issued' }],
    [
      'valid until before it was made',
      { validUntil: '2026-11-23' },
      { kind: 'wrong-manifest', where: 'validUntil' },
    ],
    ['with the number 0', { number: 0 }, { kind: 'wrong-manifest', where: 'number' }],
    [
      'for a host that leads out of a folder',
      { host: '../counter-1' },
      { kind: 'wrong-manifest', where: 'host' },
    ],
    ['for a kiosk without a name', { kiosk: '  ' }, { kind: 'wrong-manifest', where: 'kiosk' }],
    [
      'for a kiosk whose health record no office could read',
      { kiosk: 'H'.repeat(61) },
      { kind: 'wrong-manifest', where: 'kiosk', allowed: 'takes at most 60 characters' },
    ],
    ['of another key', { programKey: 'ab'.repeat(32) }, { kind: 'wrong-manifest', where: 'programKey' }],
    ['that lists nothing', { files: [] }, { kind: 'wrong-manifest', where: 'files' }],
    [
      'that lists a place outside',
      { files: [{ name: '../../etc/passwd', bytes: 0, sha256: 'ab'.repeat(32) }] },
      { kind: 'wrong-manifest', where: 'files.0.name' },
    ],
  ])('%s is refused', (_what, change, error) => {
    expect(verifyFolder(withManifest({}), key).ok).toBe(true);
    expect(verifyFolder(withManifest(change), key)).toMatchObject({ ok: false, error });
  });
});
