import { type IppValue, type StringSyntax, stringSyntaxes, tags } from './syntax.ts';

const stringTags: ReadonlyMap<number, StringSyntax> = new Map(
  stringSyntaxes.map((syntax) => [tags[syntax], syntax] as const),
);

/** One value that is no collection (RFC 8010, 3.9). A tag we have no use for, or bytes that break its syntax: `other`. */
export function decodeValue(tag: number, bytes: Buffer): IppValue {
  const syntax = stringTags.get(tag);
  if (syntax !== undefined) return { syntax, value: bytes.toString('utf8') };
  const { byteLength } = bytes;
  if (tag === tags.integer && byteLength === 4) return { syntax: 'integer', value: bytes.readInt32BE(0) };
  if (tag === tags.enum && byteLength === 4) return { syntax: 'enum', value: bytes.readInt32BE(0) };
  // RFC 8010, 3.9 knows 0 and 1 only: another byte is no answer.
  if (tag === tags.boolean && byteLength === 1 && bytes.readUInt8(0) <= 1) {
    return { syntax: 'boolean', value: bytes.readUInt8(0) === 1 };
  }
  if (tag === tags.range && byteLength === 8) {
    return { syntax: 'range', lower: bytes.readInt32BE(0), upper: bytes.readInt32BE(4) };
  }
  if (tag === tags.resolution && byteLength === 9) return decodeResolution(bytes);
  if (tag === tags.textWithLanguage || tag === tags.nameWithLanguage) {
    return decodeWithLanguage(tag, bytes);
  }
  return { syntax: 'other', tag };
}

function decodeResolution(bytes: Buffer): IppValue {
  const unit = bytes.readUInt8(8);
  if (unit !== 3 && unit !== 4) return { syntax: 'other', tag: tags.resolution };
  return {
    syntax: 'resolution',
    x: bytes.readInt32BE(0),
    y: bytes.readInt32BE(4),
    unit: unit === 3 ? 'dpi' : 'dpcm',
  };
}

/** Language and text, each with its length. The language is of no use here: our words are our own. */
function decodeWithLanguage(tag: number, bytes: Buffer): IppValue {
  const other: IppValue = { syntax: 'other', tag };
  if (bytes.byteLength < 4) return other;
  const textAt = 4 + bytes.readUInt16BE(0);
  if (textAt > bytes.byteLength || bytes.readUInt16BE(textAt - 2) !== bytes.byteLength - textAt) return other;
  return { syntax: tag === tags.textWithLanguage ? 'text' : 'name', value: bytes.toString('utf8', textAt) };
}
