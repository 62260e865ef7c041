/** Answers whether a font has a glyph for a code point. */
export type CharacterMap = (codePoint: number) => boolean;

type Segment = {
  readonly first: number;
  readonly last: number;
  readonly hasGlyph: (codePoint: number) => boolean;
};

/** Format 4 of OpenType 1.9, `cmap`: runs of 16-bit characters; a run may still map a character to no glyph. */
function readFormat4(table: DataView): readonly Segment[] {
  const doubled = table.getUint16(6);
  return Array.from({ length: doubled / 2 }, (_, index): Segment => {
    const last = table.getUint16(14 + index * 2);
    const first = table.getUint16(16 + doubled + index * 2);
    const delta = table.getUint16(16 + doubled * 2 + index * 2);
    const rangeAt = 16 + doubled * 3 + index * 2;
    const rangeOffset = table.getUint16(rangeAt);
    const hasGlyph = (codePoint: number): boolean => {
      if (rangeOffset === 0) return ((codePoint + delta) & 0xffff) !== 0;
      const glyphAt = rangeAt + rangeOffset + (codePoint - first) * 2;
      return glyphAt + 2 <= table.byteLength && table.getUint16(glyphAt) !== 0;
    };
    return { first, last, hasGlyph };
  });
}

/** Format 12: runs of any characters, each mapped to consecutive glyphs. */
function readFormat12(table: DataView): readonly Segment[] {
  return Array.from({ length: table.getUint32(12) }, (_, index): Segment => {
    const at = 16 + index * 12;
    const first = table.getUint32(at);
    const firstGlyph = table.getUint32(at + 8);
    return {
      first,
      last: table.getUint32(at + 4),
      hasGlyph: (codePoint) => firstGlyph + (codePoint - first) !== 0,
    };
  });
}

function readSubtable(table: DataView): readonly Segment[] {
  const format = table.getUint16(0);
  if (format === 4) return readFormat4(table);
  if (format === 12) return readFormat12(table);
  return [];
}

/** Unicode subtables: platform 0 (but not 5, variation sequences), and platform 3 with encodings 1 and 10. */
function isUnicode(platform: number, encoding: number): boolean {
  return platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10);
}

function findSegment(segments: readonly Segment[], codePoint: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment === undefined) return undefined;
    if (codePoint > segment.last) low = middle + 1;
    else if (codePoint < segment.first) high = middle - 1;
    else return segment;
  }
  return undefined;
}

/**
 * Reads the bytes of a `cmap` table (OpenType 1.9, chapter cmap). Only formats 4 and 12 are read: every Unicode
 * font of the last twenty years has one of them. A subtable of another format covers nothing, which errs on the
 * side of refusing a character.
 */
export function readCharacterMap(bytes: Uint8Array): CharacterMap {
  const table = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const subtables: (readonly Segment[])[] = [];
  for (let index = 0; index < table.getUint16(2); index += 1) {
    const at = 4 + index * 8;
    if (!isUnicode(table.getUint16(at), table.getUint16(at + 2))) continue;
    const offset = table.getUint32(at + 4);
    subtables.push(
      readSubtable(new DataView(bytes.buffer, bytes.byteOffset + offset, bytes.byteLength - offset)),
    );
  }
  return (codePoint) =>
    subtables.some((segments) => findSegment(segments, codePoint)?.hasGlyph(codePoint) ?? false);
}
