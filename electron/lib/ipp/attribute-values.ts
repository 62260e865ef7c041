import { cut } from './cut.ts';
import type { AttributeGroup, Attributes, IppValue } from './syntax.ts';

/** What a text or a URI may have at most (RFC 8011, 5.1.2, 5.1.6); a keyword or a name has 255. */
const LONGEST_TEXT = 1023;
const LONGEST_KEYWORD = 255;

/**
 * Control characters, separators of lines and paragraphs, and all that turns the direction of the text around it: a
 * printer's words are shown and logged among ours.
 */
const UNSHOWABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * The values of one attribute, by what they can be read as. Lenient on purpose: a single value where a set
 * belongs, out-of-band values and values of another syntax read as less, never as an error. What must be there
 * is demanded by the schemas.
 */
export class AttributeReader {
  readonly #attributes: Attributes;

  constructor(attributes: Attributes) {
    this.#attributes = attributes;
  }

  /** Strings of a kind that programs compare: keywords, names, URIs, media types. Too long or unshowable: left out. */
  keywords(name: string): string[] {
    return this.#strings(name).filter(
      (each) => each.length <= LONGEST_KEYWORD && each.search(UNSHOWABLE) < 0,
    );
  }

  keyword(name: string): string | null {
    return this.keywords(name)[0] ?? null;
  }

  uris(name: string): string[] {
    return this.#strings(name).filter((each) => each.length <= LONGEST_TEXT && each.search(UNSHOWABLE) < 0);
  }

  uri(name: string): string | null {
    return this.uris(name)[0] ?? null;
  }

  /** Words for people: cut and cleaned so that they can be shown. */
  text(name: string): string | null {
    const [text] = this.#strings(name);
    return text === undefined ? null : cut(text, LONGEST_TEXT).replace(UNSHOWABLE, ' ');
  }

  integers(name: string): number[] {
    return this.#values(name).flatMap((each) =>
      each.syntax === 'integer' || each.syntax === 'enum' ? [each.value] : [],
    );
  }

  integer(name: string): number | null {
    return this.integers(name)[0] ?? null;
  }

  /** How many there are of something; below zero is no answer. */
  count(name: string): number | null {
    const value = this.integer(name);
    return value !== null && value >= 0 ? value : null;
  }

  /** The value of an attribute that must have exactly one: with two nobody knows which is true. */
  onlyInteger(name: string): number | null {
    return this.#values(name).length === 1 ? this.integer(name) : null;
  }

  boolean(name: string): boolean | null {
    const [value] = this.#values(name);
    return value?.syntax === 'boolean' ? value.value : null;
  }

  resolutions(name: string): { x: number; y: number; unit: 'dpi' | 'dpcm' }[] {
    return this.#values(name).flatMap((each) =>
      each.syntax === 'resolution' ? [{ x: each.x, y: each.y, unit: each.unit }] : [],
    );
  }

  collections(name: string): AttributeReader[] {
    return this.#values(name).flatMap((each) =>
      each.syntax === 'collection' ? [new AttributeReader(each.members)] : [],
    );
  }

  #values(name: string): readonly IppValue[] {
    return this.#attributes.get(name) ?? [];
  }

  #strings(name: string): string[] {
    return this.#values(name).flatMap((each) =>
      'value' in each && typeof each.value === 'string' ? [each.value] : [],
    );
  }
}

export function groupsOf(groups: readonly AttributeGroup[], tag: number): AttributeReader[] {
  return groups.filter((each) => each.tag === tag).map((each) => new AttributeReader(each.attributes));
}
