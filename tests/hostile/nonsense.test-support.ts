import fc from 'fast-check';
import { ECHO } from './inputs.test-support.ts';

const marked = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${ECHO}${text}`);
const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then');

/** An own property with a name that means something to every object. */
const ownPrototype = marked.map((text): unknown =>
  JSON.parse(
    `{"__proto__":{"typed":${JSON.stringify(ECHO)},"role":"supervisor"},"kind":${JSON.stringify(text)}}`,
  ),
);

function nested(depth: number): unknown {
  let value: unknown = ECHO;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { typed: value };
  return value;
}

/** Anything that a structured clone can carry. `plain`: only what stays the same in our own frames. */
export function nonsense(plain: boolean): fc.Arbitrary<unknown> {
  const some = fc.anything({
    key: fc.oneof(names, marked, fc.constantFrom('typed', 'kind', 'passphrase', 'member', 'length')),
    values: [
      marked,
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      ...(plain ? [] : [fc.bigInt()]),
    ],
    maxDepth: 4,
    maxKeys: 6,
    withBigInt: !plain,
    withBoxedValues: !plain,
    withDate: !plain,
    withMap: !plain,
    withSet: !plain,
    withSparseArray: !plain,
    withTypedArray: !plain,
    withNullPrototype: true,
  });
  return fc.oneof(
    { weight: 8, arbitrary: some },
    { weight: 2, arbitrary: fc.dictionary(fc.oneof(names, marked), some) },
    { weight: 1, arbitrary: ownPrototype },
    { weight: 1, arbitrary: fc.constantFrom(10, 400).map(nested) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(501, 10_241, 1_000_000).map((length) => ECHO.repeat(length / ECHO.length)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...(plain ? [] : [undefined]), null, [], {}, '', 0) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }) },
  );
}

/** A valid input with one thing wrong: a field of another kind, one too many, one too few, or a wrapping. */
export function spoiled(valid: fc.Arbitrary<object>, plain: boolean): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, nonsense(plain), fc.nat(9), fc.constantFrom('replace', 'add', 'drop', 'wrap', 'inherit'))
    .map(([input, wrong, at, how]): unknown => {
      const names = Object.keys(input);
      const name = names[at % Math.max(1, names.length)];
      switch (how) {
        case 'replace':
          return name === undefined ? wrong : { ...input, [name]: wrong };
        case 'add':
          return { ...input, [ECHO]: wrong };
        case 'drop':
          return Object.fromEntries(Object.entries(input).filter(([key]) => key !== name));
        case 'inherit':
          return Object.create(input);
        default:
          return [input];
      }
    });
}
