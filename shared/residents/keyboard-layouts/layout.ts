/** A key that types. */
export interface CharacterKey {
  readonly plain: string;
  /** What it types with the shift key; null: the same. */
  readonly shifted: string | null;
}

/**
 * What the keys of a keyboard type, as a value. Its rows stand as on the keyboards that are sold: they are never mirrored,
 * also where the script runs from right to left.
 */
export interface KeyboardLayout {
  /** Of what is typed with it (BCP 47). */
  readonly lang: string;
  /** What the shift key leads to: capitals, or further letters of a script that has no capitals; null: there is none. */
  readonly shift: 'capitals' | 'more-letters' | null;
  /** From the top, each from the left. */
  readonly rows: readonly (readonly CharacterKey[])[];
  /** What a key offers when it is held, by what it types without the shift key. The most frequent in names come first. */
  readonly held: ReadonlyMap<string, readonly string[]>;
}

interface GivenLayout {
  readonly lang: string;
  /** Characters with spaces between them. */
  readonly rows: readonly string[];
  /** For each row the same number of characters, `_` for a key that types the same; or the capitals of all. */
  readonly shifted?: readonly string[] | 'capitals';
  readonly held?: Readonly<Record<string, string>>;
}

function split(row: string): readonly string[] {
  return row.split(' ');
}

/** The capital of a letter that has one of its own. */
function capitalOf(letter: string): string | null {
  const capital = letter.toUpperCase();
  return capital === letter ? null : capital;
}

/** Makes a layout of rows as they are read. Throws where the two layers have not the same number of keys. */
export function layOut({ lang, rows, shifted, held = {} }: GivenLayout): KeyboardLayout {
  return {
    lang,
    shift: shifted === undefined ? null : shifted === 'capitals' ? 'capitals' : 'more-letters',
    rows: rows.map((row, at) => {
      const plain = split(row);
      if (shifted === undefined) return plain.map((each) => ({ plain: each, shifted: null }));
      if (shifted === 'capitals') return plain.map((each) => ({ plain: each, shifted: capitalOf(each) }));
      const further = split(shifted[at] ?? '');
      if (further.length !== plain.length)
        throw new Error(`row ${at} of ${lang} has not as many shifted keys`);
      return plain.map((each, place) => {
        const other = further[place];
        return { plain: each, shifted: other === undefined || other === '_' ? null : other };
      });
    }),
    held: new Map(Object.entries(held).map(([key, forms]) => [key, split(forms)])),
  };
}

/** What a character's key offers when it is held: in capitals where the character is one. */
export function heldForms({ shift, held }: KeyboardLayout, character: string): readonly string[] {
  const own = held.get(character);
  if (own !== undefined || shift !== 'capitals') return own ?? [];
  const small = character.toLowerCase();
  return small === character ? [] : (held.get(small) ?? []).flatMap((form) => capitalOf(form) ?? []);
}
