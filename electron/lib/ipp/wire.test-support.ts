/** Writes bytes out one by one: numbers as they are, text in UTF-8. Nothing of the code under test is in it. */
export function wire(...parts: readonly (number | string | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.map((each) => {
      if (typeof each === 'number') return Buffer.of(each);
      return typeof each === 'string' ? Buffer.from(each) : each;
    }),
  );
}

/** One field: tag, name and value with their lengths. */
export function field(tag: number, name: string, value: string | Uint8Array = ''): Buffer {
  const [nameBytes, valueBytes] = [wire(name), wire(value)];
  return wire(tag, u16(nameBytes.byteLength), nameBytes, u16(valueBytes.byteLength), valueBytes);
}

export function u16(number: number): Buffer {
  return Buffer.of((number >> 8) & 0xff, number & 0xff);
}

export function u32(number: number): Buffer {
  return Buffer.concat([u16(number >>> 16), u16(number & 0xffff)]);
}

/** A reply that consents, with these bytes as its groups. */
export function replyOf(...groups: readonly (number | Uint8Array)[]): Buffer {
  return wire(2, 0, 0, 0, 0, 0, 0, 1, ...groups, 3);
}
