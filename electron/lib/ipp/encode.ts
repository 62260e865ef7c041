import { unreachable } from '../../../shared/result.ts';
import { type Attributes, type IppMessage, type IppValue, MAXIMUM_LENGTH, tags } from './syntax.ts';

/** Encodes a message (RFC 8010, 3.1). A value that no attribute can hold is a bug and throws. */
export function encodeMessage({ major, minor, code, requestId, groups }: IppMessage): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(major, 0);
  head.writeUInt8(minor, 1);
  head.writeUInt16BE(code, 2);
  head.writeInt32BE(requestId, 4);
  const parts: Buffer[] = [head];
  for (const { tag, attributes } of groups) {
    parts.push(Buffer.of(tag));
    for (const [name, values] of attributes) writeSet(parts, name, values);
  }
  parts.push(Buffer.of(tags.end));
  return Buffer.concat(parts);
}

function writeSet(parts: Buffer[], name: string, values: readonly IppValue[]): void {
  if (name === '' || values.length === 0) throw new Error('an attribute has a name and a value');
  // A value without a name is one more of the attribute before it.
  for (const [at, value] of values.entries()) writeValue(parts, at === 0 ? name : '', value);
}

function writeValue(parts: Buffer[], name: string, value: IppValue): void {
  if (value.syntax === 'collection') writeCollection(parts, name, value.members);
  else if (value.syntax === 'other') throw new Error('a value that was not understood is not sent on');
  else writeField(parts, tags[value.syntax], name, bytesOf(value));
}

type SingleValue = Exclude<IppValue, { readonly syntax: 'collection' | 'other' }>;

function bytesOf(value: SingleValue): Buffer {
  switch (value.syntax) {
    case 'integer':
    case 'enum':
      return integers(value.value);
    case 'boolean':
      return Buffer.of(value.value ? 1 : 0);
    case 'range':
      return integers(value.lower, value.upper);
    case 'resolution':
      return Buffer.concat([integers(value.x, value.y), Buffer.of(value.unit === 'dpi' ? 3 : 4)]);
    case 'text':
    case 'name':
    case 'keyword':
    case 'uri':
    case 'charset':
    case 'language':
    case 'mime':
      return Buffer.from(value.value);
    default:
      return unreachable(value);
  }
}

/** RFC 8010, 3.1.6: names of members are values, and the values of members have no name. */
function writeCollection(parts: Buffer[], name: string, members: Attributes): void {
  writeField(parts, tags.beginCollection, name, Buffer.alloc(0));
  for (const [member, values] of members) {
    if (values.length === 0) throw new Error('a member has a value');
    writeField(parts, tags.memberName, '', Buffer.from(member));
    for (const value of values) writeValue(parts, '', value);
  }
  writeField(parts, tags.endCollection, '', Buffer.alloc(0));
}

function writeField(parts: Buffer[], tag: number, name: string, value: Buffer): void {
  const nameBytes = Buffer.from(name);
  if (nameBytes.byteLength > MAXIMUM_LENGTH || value.byteLength > MAXIMUM_LENGTH) {
    throw new Error('too long for an attribute');
  }
  const head = Buffer.alloc(3);
  head.writeUInt8(tag, 0);
  head.writeUInt16BE(nameBytes.byteLength, 1);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.byteLength, 0);
  parts.push(head, nameBytes, length, value);
}

function integers(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, each] of numbers.entries()) bytes.writeInt32BE(each, 4 * at);
  return bytes;
}
