import { describe, expect, it } from 'vitest';
import { decodeMessage } from './decode.ts';
import { encodeMessage } from './encode.ts';
import type { AttributeGroup, IppMessage, IppValue } from './syntax.ts';
import { wire } from './wire.test-support.ts';

const charset = wire(0x47, 0x00, 0x12, 'attributes-charset', 0x00, 0x05, 'utf-8');
const language = wire(0x48, 0x00, 0x1b, 'attributes-natural-language', 0x00, 0x05, 'en-us');
const printer = wire(
  ...[0x45, 0x00, 0x0b, 'printer-uri', 0x00, 0x2c, 'ipp://printer.example.com/ipp/print/pinetree'],
);

type Named = readonly [string, readonly IppValue[]];
const group = (tag: number, ...attributes: readonly Named[]): AttributeGroup => ({
  tag,
  attributes: new Map(attributes),
});
const integer = (value: number): IppValue => ({ syntax: 'integer', value });
const keyword = (value: string): IppValue => ({ syntax: 'keyword', value });
const name = (value: string): IppValue => ({ syntax: 'name', value });
const text = (value: string): IppValue => ({ syntax: 'text', value });
const uri = (value: string): IppValue => ({ syntax: 'uri', value });
const collection = (...members: readonly Named[]): IppValue => ({
  syntax: 'collection',
  members: new Map(members),
});

const common: readonly Named[] = [
  ['attributes-charset', [{ syntax: 'charset', value: 'utf-8' }]],
  ['attributes-natural-language', [{ syntax: 'language', value: 'en-us' }]],
];
const printerUri: Named = ['printer-uri', [uri('ipp://printer.example.com/ipp/print/pinetree')]];

/** The examples of RFC 8010, appendix A, written out byte by byte, and what they say. */
const examples: readonly (readonly [string, Buffer, IppMessage])[] = [
  [
    'A.1 Print-Job request',
    wire(
      ...[0x01, 0x01, 0x00, 0x02, 0x00, 0x00, 0x00, 0x01],
      ...[0x01, charset, language, printer],
      ...[0x42, 0x00, 0x08, 'job-name', 0x00, 0x06, 'foobar'],
      ...[0x22, 0x00, 0x16, 'ipp-attribute-fidelity', 0x00, 0x01, 0x01],
      0x02,
      ...[0x21, 0x00, 0x06, 'copies', 0x00, 0x04, 0x00, 0x00, 0x00, 0x14],
      ...[0x44, 0x00, 0x05, 'sides', 0x00, 0x13, 'two-sided-long-edge'],
      0x03,
    ),
    {
      ...{ major: 1, minor: 1, code: 2, requestId: 1 },
      groups: [
        group(
          1,
          ...common,
          printerUri,
          ['job-name', [name('foobar')]],
          ['ipp-attribute-fidelity', [{ syntax: 'boolean', value: true }]],
        ),
        group(2, ['copies', [integer(20)]], ['sides', [keyword('two-sided-long-edge')]]),
      ],
    },
  ],
  [
    'A.2 Print-Job response',
    wire(
      ...[0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01],
      ...[0x01, charset, language],
      ...[0x41, 0x00, 0x0e, 'status-message', 0x00, 0x0d, 'successful-ok'],
      0x02,
      ...[0x21, 0x00, 0x06, 'job-id', 0x00, 0x04, 0x00, 0x00, 0x00, 0x93],
      ...[0x45, 0x00, 0x07, 'job-uri', 0x00, 0x30, 'ipp://printer.example.com/ipp/print/pinetree/147'],
      ...[0x23, 0x00, 0x09, 'job-state', 0x00, 0x04, 0x00, 0x00, 0x00, 0x03],
      0x03,
    ),
    {
      ...{ major: 1, minor: 1, code: 0, requestId: 1 },
      groups: [
        group(1, ...common, ['status-message', [text('successful-ok')]]),
        group(
          2,
          ['job-id', [integer(147)]],
          ['job-uri', [uri('ipp://printer.example.com/ipp/print/pinetree/147')]],
          ['job-state', [{ syntax: 'enum', value: 3 }]],
        ),
      ],
    },
  ],
  [
    'A.7 Create-Job request with a collection',
    wire(
      ...[0x01, 0x01, 0x00, 0x05, 0x00, 0x00, 0x00, 0x01],
      ...[0x01, charset, language, printer],
      ...[0x02, 0x34, 0x00, 0x09, 'media-col', 0x00, 0x00],
      ...[0x4a, 0x00, 0x00, 0x00, 0x0a, 'media-size', 0x34, 0x00, 0x00, 0x00, 0x00],
      ...[0x4a, 0x00, 0x00, 0x00, 0x0b, 'x-dimension', 0x21, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x52, 0x08],
      ...[0x4a, 0x00, 0x00, 0x00, 0x0b, 'y-dimension', 0x21, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x74, 0x04],
      ...[0x37, 0x00, 0x00, 0x00, 0x00],
      ...[0x4a, 0x00, 0x00, 0x00, 0x0a, 'media-type', 0x44, 0x00, 0x00, 0x00, 0x0a, 'stationery'],
      ...[0x37, 0x00, 0x00, 0x00, 0x00],
      0x03,
    ),
    {
      ...{ major: 1, minor: 1, code: 5, requestId: 1 },
      groups: [
        group(1, ...common, printerUri),
        group(2, [
          'media-col',
          [
            collection(
              [
                'media-size',
                [collection(['x-dimension', [integer(21_000)]], ['y-dimension', [integer(29_700)]])],
              ],
              ['media-type', [keyword('stationery')]],
            ),
          ],
        ]),
      ],
    },
  ],
  [
    'A.8 Get-Jobs request, with a set',
    wire(
      ...[0x01, 0x01, 0x00, 0x0a, 0x00, 0x00, 0x00, 0x7b],
      ...[0x01, charset, language, printer],
      ...[0x21, 0x00, 0x05, 'limit', 0x00, 0x04, 0x00, 0x00, 0x00, 0x32],
      ...[0x44, 0x00, 0x14, 'requested-attributes', 0x00, 0x06, 'job-id'],
      ...[0x44, 0x00, 0x00, 0x00, 0x08, 'job-name'],
      ...[0x44, 0x00, 0x00, 0x00, 0x0f, 'document-format'],
      0x03,
    ),
    {
      ...{ major: 1, minor: 1, code: 10, requestId: 123 },
      groups: [
        group(
          1,
          ...common,
          printerUri,
          ['limit', [integer(50)]],
          ['requested-attributes', ['job-id', 'job-name', 'document-format'].map(keyword)],
        ),
      ],
    },
  ],
];

describe('RFC 8010, appendix A', () => {
  it.each(examples)('%s is read and written', (_name, bytes, message) => {
    expect(decodeMessage(bytes)).toEqual({ ok: true, value: message });
    expect(encodeMessage(message).toString('hex')).toBe(bytes.toString('hex'));
  });

  it('A.9 Get-Jobs response: several jobs, one without attributes, names with their language', () => {
    const bytes = wire(
      ...[0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x7b],
      ...[0x01, charset, language],
      ...[0x41, 0x00, 0x0e, 'status-message', 0x00, 0x0d, 'successful-ok'],
      0x02,
      ...[0x21, 0x00, 0x06, 'job-id', 0x00, 0x04, 0x00, 0x00, 0x00, 0x93],
      ...[0x36, 0x00, 0x08, 'job-name', 0x00, 0x0c, 0x00, 0x05, 'fr-ca', 0x00, 0x03, 'fou'],
      ...[0x02, 0x02],
      ...[0x21, 0x00, 0x06, 'job-id', 0x00, 0x04, 0x00, 0x00, 0x00, 0x95],
      ...[0x36, 0x00, 0x08, 'job-name', 0x00, 0x12, 0x00, 0x05, 'de-CH', 0x00, 0x09, 'isch guet'],
      0x03,
    );
    const message = decodeMessage(bytes);
    expect(message.ok && message.value.groups.slice(1)).toEqual([
      group(2, ['job-id', [integer(147)]], ['job-name', [name('fou')]]),
      group(2),
      group(2, ['job-id', [integer(149)]], ['job-name', [name('isch guet')]]),
    ]);
  });
});
