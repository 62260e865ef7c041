import type { CaretakerCheck, DocumentKind, DocumentKindId, Proof } from './documents.ts';

/** The check mark for the old card, in the clerk's hand and to be destroyed. No id of a policy has a colon. */
export const OLD_CARD_TAKEN_IN = 'old-card:taken-in';
/** The check mark for the old card that was cut up. It stays, whatever becomes of the new one: no old card is to be given back. */
export const OLD_CARD_DESTROYED = 'old-card:destroyed';

/** One check mark of the clerk: a kind of document, or one thing seen of a caretaker ("caretaker-word/identity"). */
export type Tick =
  | DocumentKindId
  | `${DocumentKindId}/${CaretakerCheck}`
  | typeof OLD_CARD_TAKEN_IN
  | typeof OLD_CARD_DESTROYED;

/** The check mark for one thing that is seen of a caretaker. */
export function caretakerTick({ id }: DocumentKind, check: CaretakerCheck): Tick {
  return `${id}/${check}`;
}

/** The check marks that stand for a kind: its own, or one for each thing that its caretaker shows. */
export function ticksOf(kind: DocumentKind): readonly Tick[] {
  return kind.caretakerShows?.map((check) => caretakerTick(kind, check)) ?? [kind.id];
}

/** A kind that was shown and counts for nothing as long as nothing else proves `needs`. */
export interface NotCounted {
  readonly document: DocumentKind;
  readonly needs: Proof;
}

/** What was shown, by whether it counts. */
export interface ShownDocuments {
  readonly counted: readonly DocumentKind[];
  readonly notCounted: readonly NotCounted[];
}

/** The kinds all of whose check marks are there, in the policy’s order. */
export function shownIn(documents: readonly DocumentKind[], ticks: readonly Tick[]): readonly DocumentKind[] {
  return documents.filter((document) => ticksOf(document).every((tick) => ticks.includes(tick)));
}

/**
 * Which of the shown kinds count. One that counts only beside another is let in once what it needs is proven by one that
 * counts already; so two of them never let each other in.
 */
export function countShown(shown: readonly DocumentKind[]): ShownDocuments {
  const counted = new Set(shown.filter(({ onlyWith }) => onlyWith === undefined));
  let open = shown.flatMap((document): readonly NotCounted[] =>
    document.onlyWith === undefined ? [] : [{ document, needs: document.onlyWith }],
  );
  for (;;) {
    const isLetIn = ({ needs }: NotCounted): boolean =>
      [...counted].some(({ proves }) => proves.includes(needs));
    const letIn = open.filter(isLetIn);
    if (letIn.length === 0) break;
    open = open.filter((each) => !letIn.includes(each));
    for (const { document } of letIn) counted.add(document);
  }
  return { counted: shown.filter((document) => counted.has(document)), notCounted: open };
}
