import type { ApplicationRow } from '../vault/rows.ts';
import type { Desk } from './desk.ts';

/**
 * The open applications with this card. Under sealed custody a keeper starts without knowing any card: what it
 * does not know yet is made again here, as soon as a sign-in has opened the applications' keys.
 */
export function findByCard(desk: Desk, hash: string): readonly ApplicationRow[] {
  const { vault, cardLookUp } = desk;
  for (const { id } of vault.open()) if (cardLookUp.of(id) === null) recall(desk, id);
  const open = new Set(vault.open().map(({ id }) => id));
  return cardLookUp.find(hash).flatMap((application) => {
    const row = open.has(application) ? vault.find(application) : null;
    return row === null ? [] : [row];
  });
}

function recall({ vault, custody, cardLookUp, onBug }: Desk, application: ApplicationRow['id']): void {
  const sealed = vault.find(application)?.look_up ?? null;
  const key = custody.open(application);
  // Never printed; or its key cannot be had, and then nobody could open the application either.
  if (sealed === null || !key.ok) return;
  const recalled = cardLookUp.recall(application, key.value, sealed);
  // Damage to this one value: its ticket still finds the application.
  if (!recalled.ok) onBug('card look-up', new Error(recalled.error.kind));
}
