import type { SpoilReason } from './application-state.ts';

/** What can happen to an application, named for who acted. */
export type ApplicationEvent =
  /** An answer or a ticked document was changed, whoever typed. */
  | { readonly kind: 'clerk-edited' }
  /** Every answer is valid, the document rule is satisfied and the clerk has seen the documents. */
  | { readonly kind: 'clerk-checked'; readonly photo: 'none' | 'taken' }
  /** A photo was kept, the first one or a new one. */
  | { readonly kind: 'clerk-photographed' }
  /** The photo was thrown away. */
  | { readonly kind: 'clerk-dropped-photo' }
  /** A fee that was due is paid or waived, or is not after all; nothing that stands on the card has changed. */
  | { readonly kind: 'clerk-settled-fee' }
  /** The old card was cut up, with the new one in sight; nothing of the new one has changed. */
  | { readonly kind: 'clerk-destroyed-old-card' }
  /** The card was read back to the person, who said that every letter is right. */
  | { readonly kind: 'clerk-read-back' }
  | { readonly kind: 'clerk-queued' }
  | { readonly kind: 'clerk-found-card' }
  | { readonly kind: 'clerk-found-no-card' }
  /** After a failure without a card: once more, the same card. */
  | { readonly kind: 'clerk-retried' }
  | { readonly kind: 'clerk-spoiled'; readonly reason: SpoilReason }
  /** After a spoiled card whose answers and photo were right: the same card again. */
  | { readonly kind: 'clerk-reprinted' }
  | { readonly kind: 'clerk-handed-over' }
  | { readonly kind: 'clerk-denied' }
  | { readonly kind: 'clerk-withdrew' }
  | { readonly kind: 'printer-started' }
  /** The printer says that it is done. That proves a transfer, not a card: hand-over still asks. */
  | { readonly kind: 'printer-finished' }
  /** The job ended, and it is certain that no card came out. */
  | { readonly kind: 'printer-failed' }
  /** Nobody knows whether a card came out. */
  | { readonly kind: 'printer-lost' }
  /** The retention limit of the policy has passed. */
  | { readonly kind: 'policy-expired' }
  /** The office ends everything that is open: it suspends intake, or packs up. */
  | { readonly kind: 'office-called-off' }
  | { readonly kind: 'keeper-began-wipe' };
