import { expect, it } from 'vitest';
import { storageByUuid } from './dm-uuid.ts';

it.each([
  ['CRYPT-LUKS2-0a1b2c3d111122223333444455556666-sda5_crypt', 'encrypted'],
  ['CRYPT-LUKS1-0a1b2c3d111122223333444455556666-old', 'encrypted'],
  ['CRYPT-BITLK-0a1b2c3d111122223333444455556666-windows', 'encrypted'],
  ['CRYPT-PLAIN-swap', 'one-time-key'],
  // dm-integrity writes checksums beside what it stores in clear, and so does dm-verity.
  ['CRYPT-INTEGRITY-disk', null],
  ['CRYPT-VERITY-0a1b2c3d111122223333444455556666-root', null],
  ['CRYPT-SUBDEV-0a1b2c3d-x_dif', null],
  ['CRYPT-SOMETHING-NEW', null],
  ['LVM-abcdefCRYPT-LUKS2-', null],
  ['', null],
])('%j: %j', (uuid, storage) => expect(storageByUuid(uuid)).toBe(storage));
