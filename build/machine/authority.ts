import { randomBytes } from 'node:crypto';

const familyWild = 0xffff;
const protocolName = 'MIT-MAGIC-COOKIE-1';

/**
 * The bytes of an X authority file with one secret that counts for every host and display number.
 * Written by hand because the number is not known before the server runs, the server wants the file when
 * it starts, and an entry by host name (what xauth writes) breaks when a laptop is renamed by its network.
 */
export function wildAuthority(cookie: Buffer = randomBytes(16)): Buffer {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(familyWild);
  const anyAddress = counted(Buffer.alloc(0));
  const anyNumber = counted(Buffer.alloc(0));
  return Buffer.concat([family, anyAddress, anyNumber, counted(Buffer.from(protocolName)), counted(cookie)]);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
