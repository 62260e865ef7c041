import { jsonSchema } from '../policy/schema.ts';

/** All texts of a document. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Words that the schema itself knows: every policy may have them. */
function wordsOfSchema(): ReadonlySet<string> {
  const words = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'const' || key === 'enum') for (const word of textsIn([inner])) words.add(word);
      else collect(inner);
    }
  };
  collect(jsonSchema());
  return words;
}

/** Words of the shipped policy that the program has for itself, in another sense or in general. */
export const ALSO_OURS: Readonly<Record<string, string>> = {
  'America/New_York': 'the example in the sentence about a wrong time zone',
  'Birth date': 'what a document proves',
  Identity: 'what a document proves',
  'Chosen name': 'a label of every design of the card',
  Gender: 'a label of every design of the card',
  'no-home': 'a start without a home folder',
  'too-young': 'what comes of comparing ages',
  other: 'a word of several closed lists',
  Other: 'the last of several closed lists, on the screen',
};

/** Every text of a policy but the words of the schema. */
export function textsOfCity(policy: unknown): readonly string[] {
  const words = wordsOfSchema();
  return [...new Set(textsIn(policy))].filter((text) => !words.has(text));
}

/** A bundler may write a character as its number. */
function unescaped(source: string): string {
  return source.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g, (_all, long?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)),
  );
}

/** Which of these texts stand in a program: several words anywhere, a single one as a text of its own. */
export function textsFoundIn(source: string, texts: readonly string[]): readonly string[] {
  const plain = unescaped(source);
  return texts.filter((text) =>
    text.includes(' ')
      ? plain.includes(text)
      : ['"', "'", '`'].some((q) => plain.includes(`${q}${text}${q}`)),
  );
}
