import { createStore, type StoreApi } from 'zustand';
import type { TypedTexts } from '../../../shared/application/answers.ts';
import type { InputName } from '../../../shared/application/fields.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';

/** What is typed: on this screen it is the truth, and the core follows it. */
interface TypedAnswers {
  readonly texts: TypedTexts;
  /** Inputs that the focus has left since: what is unfinished in them may be told. */
  readonly left: ReadonlySet<InputName>;
  /** The doubts that were asked about: each is asked once, whatever step was on the screen meanwhile. */
  readonly asked: ReadonlySet<string>;
}

/** A store of its own, so that a key draws one field anew and not the whole desk. */
export type TypedAnswersStore = StoreApi<TypedAnswers>;

/** Begins with what the core holds, overlaid with what was typed and is not kept yet. */
export function createTypedAnswers(
  { answers: { documents: _documents, route: _route, fee: _fee, ...kept } }: ApplicationView,
  unkept: ReadonlyMap<InputName, string>,
): TypedAnswersStore {
  return createStore<TypedAnswers>(() => ({
    texts: { ...kept, ...Object.fromEntries(unkept) },
    left: new Set(),
    asked: new Set(),
  }));
}
