import { crc32 } from 'node:zlib';

/** A file of a zip archive; `mode` as Unix writes it. */
export interface ZippedFile {
  readonly name: string;
  readonly content: string;
  readonly mode: number;
}

/** A zip archive of stored files, made by a Unix (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode } of files) {
    const nameBytes = Buffer.from(name);
    const data = Buffer.from(content);
    // Version 2.0, no flags, stored, a date of no meaning, check-sum, both sizes, length of the name, no extra field.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(0x5a21_0000, 6);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 6);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, place, nameBytes);
    offset += 30 + nameBytes.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
