/** The few operations of RFC 8011 and of CUPS that printing takes. */
export const operations = {
  printJob: 0x0002,
  validateJob: 0x0004,
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const;

/** Tags of RFC 8010 section 3.5. */
const groupTags = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;
const valueTags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  resolution: 0x32,
  begCollection: 0x34,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
  member: 0x4a,
} as const;

/** One attribute as it is put on the wire. Nothing is checked: a fault printer must be able to say anything. */
export interface Attribute {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A group of attributes in an answer: one of these for each job, or one for the printer. */
export interface Group {
  readonly of: 'job' | 'printer';
  readonly attributes: readonly Attribute[];
}

/** Tag, name, length and value (RFC 8010 section 3.1.4); further values of one attribute have no name. */
function entry(tag: number, name: string, value: Buffer): Buffer {
  const bytes = Buffer.alloc(3);
  bytes.writeUInt8(tag, 0);
  bytes.writeUInt16BE(Buffer.byteLength(name), 1);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length, 0);
  return Buffer.concat([bytes, Buffer.from(name), length, value]);
}

function several(tag: number, name: string, values: readonly Buffer[]): Attribute {
  return { name, bytes: Buffer.concat(values.map((value, at) => entry(tag, at === 0 ? name : '', value))) };
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value, 0);
  return bytes;
}

const strings =
  (tag: number) =>
  (name: string, ...values: readonly string[]): Attribute =>
    several(
      tag,
      name,
      values.map((value) => Buffer.from(value)),
    );

/** Makes attributes by the syntax of their values. */
export const attribute = {
  integer: (name: string, ...values: readonly number[]) =>
    several(valueTags.integer, name, values.map(int32)),
  enumeration: (name: string, ...values: readonly number[]) =>
    several(valueTags.enum, name, values.map(int32)),
  boolean: (name: string, value: boolean) => several(valueTags.boolean, name, [Buffer.from([value ? 1 : 0])]),
  /** In dots per inch. */
  resolution: (name: string, dots: number) =>
    several(valueTags.resolution, name, [Buffer.concat([int32(dots), int32(dots), Buffer.from([3])])]),
  text: strings(valueTags.text),
  name: strings(valueTags.name),
  keyword: strings(valueTags.keyword),
  uri: strings(valueTags.uri),
  charset: strings(valueTags.charset),
  language: strings(valueTags.language),
  mime: strings(valueTags.mime),
  /** Members are written as a nameless value after their name (RFC 8010 section 3.1.6). */
  collection: (name: string, ...members: readonly Attribute[]): Attribute => {
    const inner = members.flatMap((member) => [
      entry(valueTags.member, '', Buffer.from(member.name)),
      nameless(member),
    ]);
    const [start, end] = [valueTags.begCollection, valueTags.endCollection];
    const none = Buffer.alloc(0);
    return { name, bytes: Buffer.concat([entry(start, name, none), ...inner, entry(end, '', none)]) };
  },
} as const;

/** The first value of a member without its name: that stands before it. */
function nameless({ name, bytes }: Attribute): Buffer {
  const after = bytes.subarray(3 + Buffer.byteLength(name));
  return Buffer.concat([bytes.subarray(0, 1), Buffer.from([0, 0]), after]);
}

/** What an answer repeats of its request. */
export interface ReplyTo {
  /** As on the wire: 0x0200 for 2.0. */
  readonly version: number;
  readonly requestId: number;
}

/** An answer as bytes. */
export function encodeReply(status: number, to: ReplyTo, groups: readonly Group[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(to.version, 0);
  head.writeUInt16BE(status, 2);
  head.writeInt32BE(to.requestId, 4);
  const parts = [
    head,
    Buffer.from([groupTags.operation]),
    attribute.charset('attributes-charset', 'utf-8').bytes,
    attribute.language('attributes-natural-language', 'en').bytes,
  ];
  for (const group of groups) {
    parts.push(Buffer.from([groupTags[group.of]]), ...group.attributes.map(({ bytes }) => bytes));
  }
  return Buffer.concat([...parts, Buffer.from([groupTags.end])]);
}

/** A request, as far as a fault printer looks at it. */
export interface IppRequest extends ReplyTo {
  readonly operation: number;
  /** The first value of each attribute that is a text or a number; members of collections among them. */
  readonly attributes: ReadonlyMap<string, string | number>;
  readonly document: Buffer;
}

/** Reads a request. Throws when it is none: the client under test then sent nonsense. */
export function decodeRequest(bytes: Buffer): IppRequest {
  const attributes = new Map<string, string | number>();
  let at = 8;
  let member = '';
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === groupTags.end) break;
    // Tags below 0x10 begin a group.
    if (tag < 0x10) continue;
    const nameEnd = at + 2 + bytes.readUInt16BE(at);
    const name = bytes.toString('utf8', at + 2, nameEnd);
    const valueEnd = nameEnd + 2 + bytes.readUInt16BE(nameEnd);
    if (valueEnd >= bytes.length) throw new Error('an IPP request that ends within an attribute');
    const value = bytes.subarray(nameEnd + 2, valueEnd);
    at = valueEnd;
    if (tag === valueTags.member) {
      member = value.toString();
      continue;
    }
    const key = name === '' ? member : name;
    const read = tag >= 0x40 ? value.toString() : value.length === 4 ? value.readInt32BE(0) : undefined;
    if (key !== '' && read !== undefined && !attributes.has(key)) attributes.set(key, read);
    if (name !== '') member = '';
  }
  return {
    version: bytes.readUInt16BE(0),
    operation: bytes.readUInt16BE(2),
    requestId: bytes.readInt32BE(4),
    attributes,
    document: bytes.subarray(at),
  };
}
