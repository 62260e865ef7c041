import type { Faces } from '../../../renderer/core-client/store.ts';

/** Pictures of an invented person, as bytes: the page fetches them, tests bring a few bytes of their own. */
export interface Pictures {
  faces(): Promise<Faces>;
  photo(): Promise<Uint8Array>;
}
