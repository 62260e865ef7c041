import { SLOT_BYTES } from '../../electron/keeper/custody/slot.ts';
import { openKeySlot, readKeySlot } from '../../electron/keeper/signing/key-slot.ts';

/** A key that signs, or did, as whoever has the device key gets it from the bytes of a disk. */
export interface FoundKey {
  readonly epoch: number;
  readonly seed: Buffer;
  /** The seed as it is sealed, with its tag: it differs each time, so it is found nowhere but where it was written. */
  readonly sealed: Buffer;
}

/** Where in a slot the sealed seed stands: see the table in `key-slot.ts`. */
const SEALED = { from: 72, to: 120 };

/** Every used slot of a key that signs, wherever its bytes lie: in its file, in a copy, in a block of no file. */
export function* sealedKeysIn(bytes: Buffer, deviceKey: Buffer): Generator<FoundKey, void> {
  for (let at = bytes.indexOf('CfKy'); at !== -1; at = bytes.indexOf('CfKy', at + 1)) {
    const page = bytes.subarray(at, at + SLOT_BYTES);
    if (page.length < SLOT_BYTES) return;
    const content = readKeySlot(page);
    if (content.kind !== 'used') continue;
    const { name } = content;
    // A copy does not tell which of the two it was.
    for (const slot of [0, 1]) {
      const key = openKeySlot(page, slot, name, deviceKey);
      if (key === null) continue;
      const seed = key.lendSeed((lent) => Buffer.from(lent));
      key.destroy();
      yield { epoch: name.epoch, seed, sealed: Buffer.from(page.subarray(SEALED.from, SEALED.to)) };
      break;
    }
  }
}
