import type { Box, ShownMessage } from '../dev/page/shown-messages.ts';
import type { CatalogMessage } from './catalog.ts';
import type { LongestFit } from './longest-fit.ts';
import type { ShownState } from './show-state.ts';
import { whyUnseen } from './unseen.ts';

/** Where a message stands in a state. */
export interface PlaceInState {
  readonly state: string;
  /** From the folder of the index. */
  readonly picture: string;
  readonly box: Box | null;
  readonly how: ShownMessage['how'];
}

/** A message with everything that a translator may want to see. */
export interface IndexedMessage extends CatalogMessage {
  /** The best place first. */
  readonly places: readonly PlaceInState[];
  /** Pictures of papers, from the folder of the index. */
  readonly papers: readonly string[];
  /** Why no picture can have it; null: one can. */
  readonly unseen: string | null;
  /** Null: only staff read it, in English. */
  readonly fits: LongestFit | null;
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

/** The name of the picture of a state's paper. */
export function paperOf(state: string): string {
  return `${state}.paper.png`;
}

function papersOf(id: string, states: readonly ShownState[]): readonly string[] {
  return states
    .filter(({ papers }) => papers.some(({ messages }) => messages.includes(id)))
    .map(({ name }) => paperOf(name));
}

/** How a message is known to translators: the best that there is of it. */
export type Known = 'seen' | 'heard' | 'on-paper' | 'unseen' | 'nowhere';

/** See `Known`. `heard`: only screen readers say it, and a picture has its place. */
export function knownAs({ places, papers, unseen }: IndexedMessage): Known {
  if (places.some(({ how }) => how !== 'heard')) return 'seen';
  if (papers.length > 0) return 'on-paper';
  if (places.length > 0) return 'heard';
  return unseen === null ? 'nowhere' : 'unseen';
}

/** How many messages are known in each way, in a sentence. */
export function summaryOf(messages: readonly IndexedMessage[], states: number): string {
  const count = (known: Known): number => messages.filter((each) => knownAs(each) === known).length;
  return `${messages.length} messages: ${count('seen')} in ${states} pictures, ${count('on-paper')} on paper only, ${count('heard')} said by screen readers only, ${count('unseen')} typed and never shown, ${count('nowhere')} shown by no state.`;
}

/** Every message of the catalog with its places, in the catalog's order. */
export function indexOfWords(
  catalog: readonly CatalogMessage[],
  states: readonly ShownState[],
  fits: ReadonlyMap<string, LongestFit>,
): readonly IndexedMessage[] {
  return catalog.map((message) => ({
    ...message,
    places: placesOf(message.id, states),
    papers: papersOf(message.id, states),
    unseen: whyUnseen(message),
    fits: fits.get(message.id) ?? null,
  }));
}
