/** Delimiters and value tags (RFC 8010, 3.5.1 and 3.5.2), those that we write or read. */
export const tags = {
  operationGroup: 0x01,
  jobGroup: 0x02,
  end: 0x03,
  printerGroup: 0x04,
  /** Below: delimiters. From here on: values. */
  firstValue: 0x10,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  resolution: 0x32,
  range: 0x33,
  beginCollection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
  memberName: 0x4a,
} as const;

/** Lengths are signed shorts (RFC 8010, 3.1.1). */
export const MAXIMUM_LENGTH = 0x7fff;

export const stringSyntaxes = ['text', 'name', 'keyword', 'uri', 'charset', 'language', 'mime'] as const;
export type StringSyntax = (typeof stringSyntaxes)[number];

/** One value of an attribute. */
export type IppValue =
  | { readonly syntax: StringSyntax; readonly value: string }
  | { readonly syntax: 'integer' | 'enum'; readonly value: number }
  | { readonly syntax: 'boolean'; readonly value: boolean }
  | { readonly syntax: 'range'; readonly lower: number; readonly upper: number }
  | { readonly syntax: 'resolution'; readonly x: number; readonly y: number; readonly unit: 'dpi' | 'dpcm' }
  | { readonly syntax: 'collection'; readonly members: Attributes }
  /** Read only: out-of-band values (`unknown`, `no-value`), syntaxes that we have no use for, and values that break theirs. */
  | { readonly syntax: 'other'; readonly tag: number };

/** A map and no object: the names are the peer's, and `__proto__` is one of them. */
export type Attributes = ReadonlyMap<string, readonly IppValue[]>;

export interface AttributeGroup {
  readonly tag: number;
  readonly attributes: Attributes;
}

/** A request or a reply without its document. */
export interface IppMessage {
  readonly major: number;
  readonly minor: number;
  /** An operation id in a request, a status code in a reply. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly AttributeGroup[];
}
