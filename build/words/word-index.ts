import type { Box, ShownMessage } from '../dev/page/shown-messages.ts';
import { asRead } from './as-read.ts';
import type { CatalogMessage } from './catalog.ts';
import type { ShownState } from './show-state.ts';

/** Where a message stands in a state. */
export interface PlaceInState {
  readonly state: string;
  /** From the folder of the index. */
  readonly picture: string;
  readonly box: Box | null;
  readonly how: ShownMessage['how'];
}

/** A paper whose picture is in the repository, and all that is written on it. */
export interface PaperWithWords {
  readonly picture: string;
  readonly words: readonly string[];
}

/** A message with everything that a translator may want to see. */
export interface IndexedMessage extends CatalogMessage {
  /** The best place first. */
  readonly places: readonly PlaceInState[];
  /** Pictures of papers, from the folder of the index. */
  readonly papers: readonly string[];
}

/** Best to look at: in sight; then with something over it; then what only screen readers say. */
const RANK = { seen: 0, covered: 1, heard: 2 } as const;

/** The name of a state's picture. */
export function pictureOf(state: string): string {
  return `${state}.png`;
}

function placesOf(id: string, states: readonly ShownState[]): readonly PlaceInState[] {
  return states
    .flatMap(({ name, messages }) =>
      messages
        .filter((each) => each.id === id)
        .map(({ box, how }) => ({ state: name, picture: pictureOf(name), box, how })),
    )
    .toSorted(
      (one, other) =>
        Number(one.box === null) - Number(other.box === null) || RANK[one.how] - RANK[other.how],
    );
}

/** What a message looks like with any values in it. */
function patternsOf(english: string): readonly RegExp[] {
  return asRead(english).map((form) => {
    const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\bthis\b|\b7\b/g, '.+');
    // One word may stand in any sentence.
    return new RegExp(form.includes(' ') ? escaped : `^${escaped}$`);
  });
}

function papersWith(
  { english, files }: CatalogMessage,
  papers: readonly PaperWithWords[],
): readonly string[] {
  if (!files.some((file) => file.startsWith('renderer/wording/papers/'))) return [];
  const patterns = patternsOf(english);
  return papers
    .filter(({ words }) => words.some((text) => patterns.some((pattern) => pattern.test(text))))
    .map(({ picture }) => picture);
}

/** Every message of the catalog with its places, in the catalog's order. */
export function indexOfWords(
  catalog: readonly CatalogMessage[],
  states: readonly ShownState[],
  papers: readonly PaperWithWords[],
): readonly IndexedMessage[] {
  return catalog.map((message) => ({
    ...message,
    places: placesOf(message.id, states),
    papers: papersWith(message, papers),
  }));
}
