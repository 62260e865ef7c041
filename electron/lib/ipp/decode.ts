import { err, ok, type Result } from '../../../shared/result.ts';
import { decodeValue } from './decode-value.ts';
import { type AttributeGroup, type IppMessage, type IppValue, MAXIMUM_LENGTH, tags } from './syntax.ts';

/** Collections in collections: IPP's own go three deep, and each level costs a frame of the stack. */
const MAXIMUM_DEPTH = 16;
/**
 * Groups, attributes and values together: each takes memory, however few bytes it came in. A large printer's
 * `media-col-database` has some thousands.
 */
const MAXIMUM_ITEMS = 100_000;

/** What was received is no IPP message. Thrown and caught in this file only. */
class Malformed extends Error {}

/**
 * Decodes a message (RFC 8010, 3.1); what follows it is ignored. Strict about lengths and order, because after a
 * wrong one nothing else can be believed; lenient about single values, which become `other`. An attribute that
 * comes twice has the values of both, so that whoever wants a single one notices.
 */
export function decodeMessage(bytes: Buffer): Result<IppMessage, 'malformed'> {
  try {
    return ok(new Reader(bytes).readMessage());
  } catch (error) {
    if (error instanceof Malformed) return err('malformed');
    throw error;
  }
}

interface Field {
  readonly tag: number;
  readonly name: string;
  readonly value: Buffer;
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;
  #items = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  readMessage(): IppMessage {
    const head = this.#take(8);
    const major = head.readUInt8(0);
    if (major !== 1 && major !== 2) throw new Malformed();
    const groups: AttributeGroup[] = [];
    for (;;) {
      const tag = this.#take(1).readUInt8(0);
      // Also refuses a value before any group: groups end where the next one begins.
      if (tag === 0 || tag >= tags.firstValue) throw new Malformed();
      if (tag === tags.end) break;
      this.#count();
      groups.push({ tag, attributes: this.#readAttributes() });
    }
    return {
      major,
      minor: head.readUInt8(1),
      code: head.readUInt16BE(2),
      requestId: head.readInt32BE(4),
      groups,
    };
  }

  #readAttributes(): ReadonlyMap<string, IppValue[]> {
    const attributes = new Map<string, IppValue[]>();
    let values: IppValue[] | null = null;
    while (this.#peek() >= tags.firstValue) {
      const field = this.#readField();
      if (field.name !== '') values = valuesOf(attributes, field.name);
      if (values === null) throw new Malformed();
      values.push(this.#readValue(field, 0));
    }
    return attributes;
  }

  #readValue(field: Field, depth: number): IppValue {
    this.#count();
    if (field.tag === tags.beginCollection) return this.#readCollection(depth + 1);
    if (field.tag === tags.endCollection || field.tag === tags.memberName) throw new Malformed();
    return decodeValue(field.tag, field.value);
  }

  #readCollection(depth: number): IppValue {
    if (depth > MAXIMUM_DEPTH) throw new Malformed();
    const members = new Map<string, IppValue[]>();
    let values: IppValue[] | null = null;
    for (;;) {
      if (this.#peek() < tags.firstValue) throw new Malformed();
      const field = this.#readField();
      if (field.name !== '') throw new Malformed();
      if (field.tag === tags.endCollection) return { syntax: 'collection', members };
      if (field.tag === tags.memberName) {
        this.#count();
        values = valuesOf(members, field.value.toString('utf8'));
      } else {
        if (values === null) throw new Malformed();
        values.push(this.#readValue(field, depth));
      }
    }
  }

  #readField(): Field {
    const tag = this.#take(1).readUInt8(0);
    const name = this.#take(this.#readLength()).toString('utf8');
    return { tag, name, value: this.#take(this.#readLength()) };
  }

  #readLength(): number {
    const length = this.#take(2).readUInt16BE(0);
    if (length > MAXIMUM_LENGTH) throw new Malformed();
    return length;
  }

  #peek(): number {
    const tag = this.#bytes[this.#at];
    if (tag === undefined) throw new Malformed();
    return tag;
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.byteLength) throw new Malformed();
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #count(): void {
    this.#items += 1;
    if (this.#items > MAXIMUM_ITEMS) throw new Malformed();
  }
}

function valuesOf(attributes: Map<string, IppValue[]>, name: string): IppValue[] {
  const known = attributes.get(name);
  if (known !== undefined) return known;
  const values: IppValue[] = [];
  attributes.set(name, values);
  return values;
}
