import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { err, ok, type Result } from '../../../shared/result.ts';
import { placesIn, type TextPlace } from '../../../shared/text-place.ts';
import { utf8Text } from '../../../shared/utf8-text.ts';

/** Why a file is no JSON: where, and as the end of "Line 4: …". */
export interface TextMistake extends TextPlace {
  readonly allowed: string;
}

/** A key that is written twice in one object, by the path to it. */
export interface TwiceWritten extends TextPlace {
  readonly path: readonly (string | number)[];
}

/** A document that is JSON, with the places of what stands in it. */
export interface JsonText {
  readonly value: unknown;
  readonly twice: readonly TwiceWritten[];
  /** Where the value of a path is, or for one that is missing the innermost that it should stand in. */
  placeOf(path: readonly (string | number)[]): TextPlace;
}

/** A policy nests seven deep; a parser that goes one call deeper for each bracket would end at some thousands. */
const MOST_DEPTH = 32;
/** A large policy has two thousand. What checks them keeps a mistake for each. */
const MOST_VALUES = 20_000;

/** Reads a file of JSON as people write it by hand, and says what is wrong with it in their words. */
export function readJsonText(bytes: Uint8Array): Result<JsonText, TextMistake> {
  const text = textOf(bytes);
  if (!text.ok) return text;
  const { value } = text;
  if (value.trim() === '') return err({ ...START, allowed: 'the file is empty' });
  const placeAt = placesIn(value);
  const excess = tooMuch(value);
  if (excess !== null) return err({ ...placeAt(excess.offset), allowed: excess.allowed });
  const errors: ParseError[] = [];
  const tree = parseTree(value, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    const offset = first?.offset ?? 0;
    return err({ ...placeAt(offset), allowed: first === undefined ? 'takes JSON' : mistake(value, first) });
  }
  return ok({
    value: getNodeValue(tree),
    twice: writtenTwice(tree, []).map(({ path, offset }) => ({ path, ...placeAt(offset) })),
    placeOf: (path) => placeAt(offsetOf(tree, path)),
  });
}

const START: TextPlace = { line: 1, column: 1 };

/** Where a text has more brackets open, or more values, than any policy; null: nowhere. */
function tooMuch(text: string): { readonly offset: number; readonly allowed: string } | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  let values = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const mark = text[offset];
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    else if (mark === ',') values += 1;
    if (depth > MOST_DEPTH)
      return { offset, allowed: `takes no more than ${MOST_DEPTH} brackets inside each other` };
    if (values > MOST_VALUES) return { offset, allowed: `takes no more than ${MOST_VALUES} values` };
  }
  return null;
}

/** UTF-8, with or without the mark that some editors put in front of it. */
function textOf(bytes: Uint8Array): Result<string, TextMistake> {
  const text = utf8Text(bytes);
  if (text !== null && !text.includes('\0')) return ok(text);
  return err({ ...START, allowed: 'is not written in UTF-8: save the file with the encoding UTF-8' });
}

function mistake(text: string, { error, offset }: ParseError): string {
  const before = text.slice(0, offset).trimEnd();
  switch (printParseErrorCode(error)) {
    case 'InvalidCommentToken':
      return 'takes no comment: JSON has none';
    case 'PropertyNameExpected':
    case 'ValueExpected':
      if (text.slice(offset).trim() === '')
        return 'the file ends too early: something that was opened is not closed';
      if (before.endsWith(',')) return 'a comma too many stands before this';
      return 'takes a key or a text in straight double quotes (")';
    case 'ColonExpected':
      return 'a colon (:) is missing before this';
    case 'CommaExpected':
      return 'a comma (,) is missing before this';
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return 'the file ends too early: something that was opened is not closed';
    case 'UnexpectedEndOfString':
      return 'a text is not closed by a straight double quote (")';
    case 'EndOfFileExpected':
      return 'takes nothing more after the end of the document';
    default:
      return 'takes JSON: texts in straight double quotes ("), numbers, true, false, lists in [ ] and objects in { }';
  }
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly offset: number;
}

function writtenTwice(node: Node, path: Place['path']): readonly Place[] {
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((child, index) => writtenTwice(child, [...path, index]));
  }
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property): readonly Place[] => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    const at = [...path, name];
    const again: readonly Place[] = seen.has(name) ? [{ path: at, offset: key.offset }] : [];
    seen.add(name);
    return [...again, ...writtenTwice(value, at)];
  });
}

/** Where the value of a path is, or as far as the path leads. */
function offsetOf(tree: Node, path: Place['path']): number {
  for (let steps = path.length; steps > 0; steps -= 1) {
    const found = findNodeAtLocation(tree, [...path.slice(0, steps)]);
    if (found !== undefined) return found.offset;
  }
  return tree.offset;
}
