import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from './decode.ts';
import { encodeMessage } from './encode.ts';
import { type Attributes, type IppMessage, type IppValue, stringSyntaxes } from './syntax.ts';
import { field, replyOf, u32, wire } from './wire.test-support.ts';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const shortName = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const string = fc.oneof(
  { weight: 9, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  // The longest there is, in one byte and in four bytes a character.
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(32_767), '𝄞'.repeat(8_191), 'प्रिया الاسم 王') },
);

const { value: anyValue } = fc.letrec<{ value: IppValue; members: Attributes }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ syntax: fc.constantFrom(...stringSyntaxes), value: string }),
    fc.record({ syntax: fc.constantFrom('integer' as const, 'enum' as const), value: int32 }),
    fc.record({ syntax: fc.constant('boolean' as const), value: fc.boolean() }),
    fc.record({ syntax: fc.constant('range' as const), lower: int32, upper: int32 }),
    fc.record({
      syntax: fc.constant('resolution' as const),
      x: int32,
      y: int32,
      unit: fc.constantFrom('dpi' as const, 'dpcm' as const),
    }),
    fc.record({ syntax: fc.constant('collection' as const), members: tie('members') }),
  ),
  members: fc
    .array(fc.tuple(shortName, fc.array(tie('value'), { minLength: 1, maxLength: 3 })), { maxLength: 4 })
    .map((members) => new Map(members)),
}));

const anyMessage: fc.Arbitrary<IppMessage> = fc.record({
  major: fc.constantFrom(1, 2),
  minor: fc.integer({ min: 0, max: 255 }),
  code: fc.integer({ min: 0, max: 0xffff }),
  requestId: int32,
  groups: fc.array(
    fc.record({
      tag: fc.constantFrom(1, 2, 4, 5, 9),
      attributes: fc
        .array(
          fc.tuple(
            fc.oneof(shortName, fc.constantFrom('__proto__', 'constructor', 'toString')),
            fc.array(anyValue, { minLength: 1, maxLength: 4 }),
          ),
          { maxLength: 5 },
        )
        .map((attributes) => new Map(attributes)),
    }),
    { maxLength: 4 },
  ),
});

function decoded(bytes: Buffer): IppMessage {
  const message = decodeMessage(bytes);
  if (!message.ok) throw new Error('malformed');
  return message.value;
}

/** The values of one attribute of a reply with one group. */
function valuesOf(...fields: readonly Buffer[]): readonly IppValue[] | undefined {
  return decoded(replyOf(4, ...fields)).groups[0]?.attributes.get('x');
}

const text = (value: string): IppValue => ({ syntax: 'text', value });

describe('a message', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(decoded(encodeMessage(message))).toEqual(message);
      }),
      { numRuns: 500 },
    );
  });

  it('is no message when one byte is missing, wherever it is cut', () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(), (message, at) => {
        const bytes = encodeMessage(message);
        const cut = bytes.subarray(0, at % bytes.byteLength);
        expect(decodeMessage(cut)).toEqual({ ok: false, error: 'malformed' });
        expect(decodeMessage(bytes).ok).toBe(true);
      }),
    );
  });

  it('may have anything behind it', () => {
    expect(decoded(wire(replyOf(4, field(0x41, 'x', 'a')), 'and more')).groups).toHaveLength(1);
  });
});

describe('an attribute that cannot be sent', () => {
  it.each<[string, Attributes]>([
    ['a longer string than lengths can say', new Map([['x', [text('x'.repeat(32_768))]]])],
    ['no value', new Map([['x', []]])],
    ['no name', new Map([['', [text('a')]]])],
    ['what was not understood', new Map([['x', [{ syntax: 'other', tag: 0x12 }]]])],
    ['a member without a value', new Map([['x', [{ syntax: 'collection', members: new Map([['y', []]]) }]]])],
    ['a number of more than four bytes', new Map([['x', [{ syntax: 'integer', value: 2 ** 31 }]]])],
  ])('is a bug: %s', (_what, attributes) => {
    expect(() =>
      encodeMessage({ major: 2, minor: 0, code: 2, requestId: 1, groups: [{ tag: 1, attributes }] }),
    ).toThrow();
  });
});

describe('sloppy printers', () => {
  it('say one attribute twice, in a reply or within one of its collections: nothing of it is lost', () => {
    expect(valuesOf(field(0x41, 'x', 'a'), field(0x41, 'y', 'b'), field(0x41, 'x', 'c'))).toEqual([
      text('a'),
      text('c'),
    ]);
    const twice = [field(0x4a, '', 'm'), field(0x41, '', 'a'), field(0x4a, '', 'm'), field(0x41, '', 'c')];
    expect(valuesOf(field(0x34, 'x'), ...twice, field(0x37, ''))).toEqual([
      { syntax: 'collection', members: new Map([['m', [text('a'), text('c')]]]) },
    ]);
  });

  it('give out-of-band values, with or without bytes in them, and the rest is still read', () => {
    for (const tag of [0x10, 0x12, 0x13, 0x15, 0x16, 0x17]) {
      for (const bytes of ['', 'why']) {
        const group = decoded(replyOf(4, field(tag, 'x', bytes), field(0x41, 'y', 'after'))).groups[0];
        expect(group?.attributes.get('x')).toEqual([{ syntax: 'other', tag }]);
        expect(group?.attributes.get('y')).toEqual([text('after')]);
      }
    }
  });

  it('give values of their own syntaxes, extended ones (0x7f) too', () => {
    expect(valuesOf(field(0x5f, 'x', 'own'), field(0x7f, '', wire(u32(0x4000_0001), 'own')))).toEqual([
      { syntax: 'other', tag: 0x5f },
      { syntax: 'other', tag: 0x7f },
    ]);
  });

  it('break the syntax of one value, and only that one is lost', () => {
    for (const [tag, bytes] of [
      [0x21, wire(5)],
      [0x21, wire(0, 0, 0, 5, 0)],
      [0x22, wire()],
      [0x22, wire(2)],
      [0x23, wire(0, 3)],
      [0x32, wire(u32(300), u32(300))],
      [0x32, wire(u32(300), u32(300), 9)],
      [0x33, wire(u32(1))],
      [0x35, wire(0, 2, 'en')],
      [0x36, wire(0, 99, 'en', 0, 1, 'a')],
      [0x36, wire(0, 2, 'en', 0, 9, 'a')],
    ] as const) {
      expect(valuesOf(field(tag, 'x', bytes), field(0x41, '', 'after'))).toEqual([
        { syntax: 'other', tag },
        text('after'),
      ]);
    }
  });

  it('write bytes that are no UTF-8', () => {
    expect(valuesOf(field(0x42, 'x', wire(0x4d, 0xfc)))).toEqual([{ syntax: 'name', value: 'M\ufffd' }]);
  });
});

describe('no message', () => {
  it.each<[string, Buffer]>([
    ['nothing', wire()],
    ['words', wire('HTTP/1.0 200 OK, but not a printer')],
    ['another version', wire(3, 0, 0, 0, 0, 0, 0, 1, 3)],
    ['no end', wire(2, 0, 0, 0, 0, 0, 0, 1)],
    ['the reserved group', replyOf(0)],
    ['a value before any group', replyOf(field(0x41, 'x', 'a'))],
    ['a group that begins with a further value', replyOf(4, field(0x41, '', 'a'))],
    ['a name of negative length', replyOf(4, wire(0x41, 0xff, 0xf8, 'x', 0, 1, 'a'))],
    ['a value of negative length', replyOf(4, wire(0x41, 0, 1, 'x', 0xff, 0xfa, 'a'))],
    ['a length beyond the end', replyOf(4, wire(0x41, 0, 1, 'x', 0x7f, 0xff, 'a'))],
    ['an end without a collection', replyOf(4, field(0x37, 'x'))],
    ['a member without a collection', replyOf(4, field(0x4a, 'x', 'm'))],
    ['a collection that a group ends', replyOf(4, field(0x34, 'x'), 4, field(0x41, 'y', 'a'))],
    ['a collection whose first value has no name', replyOf(4, field(0x34, 'x'), field(0x41, '', 'a'))],
    ['a member with the name of an attribute', replyOf(4, field(0x34, 'x'), field(0x41, 'y', 'a'))],
  ])('%s', (_what, bytes) => {
    expect(decodeMessage(bytes)).toEqual({ ok: false, error: 'malformed' });
  });

  it('collections deeper than any of IPP', () => {
    const nested = (depth: number): Buffer =>
      replyOf(
        4,
        field(0x34, 'x'),
        Buffer.alloc(11 * (depth - 1), wire(field(0x4a, '', 'm'), field(0x34, ''))),
        Buffer.alloc(5 * depth, field(0x37, '')),
      );
    expect(decodeMessage(nested(16)).ok).toBe(true);
    expect(decodeMessage(nested(17)).ok).toBe(false);
    expect(decodeMessage(nested(200_000)).ok).toBe(false);
  });
});
