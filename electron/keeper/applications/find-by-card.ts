import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { ApplicationRow, OpenApplicationRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { CardLookUp } from './card-look-up.ts';

/** What finding a card needs of the kiosk. */
export interface FindByCardPort {
  readonly vault: ApplicationReader & { open(): readonly OpenApplicationRow[] };
  readonly custody: KeyReader;
  readonly cardLookUp: CardLookUp;
  onBug(where: string, error: unknown): void;
}

/**
 * The open applications with this card. Under sealed custody a keeper starts without knowing any card: what it
 * does not know yet is made again here, as soon as a sign-in has opened the applications' keys.
 */
export function findByCard(port: FindByCardPort, hash: string): readonly ApplicationRow[] {
  const { vault, cardLookUp } = port;
  for (const { id } of vault.open()) if (cardLookUp.of(id) === null) recall(port, id);
  const open = new Set(vault.open().map(({ id }) => id));
  return cardLookUp.find(hash).flatMap((application) => {
    const row = open.has(application) ? vault.find(application) : null;
    return row === null ? [] : [row];
  });
}

function recall({ vault, custody, cardLookUp, onBug }: FindByCardPort, application: ApplicationId): void {
  const sealed = vault.find(application)?.look_up ?? null;
  const key = custody.open(application);
  // Never printed; or its key cannot be had, and then nobody could open the application either.
  if (sealed === null || !key.ok) return;
  const recalled = cardLookUp.recall(application, key.value, sealed);
  // Damage to this one value: its ticket still finds the application.
  if (!recalled.ok) onBug('card look-up', new Error(recalled.error.kind));
}
