import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';
import type { WaitingCards } from './day-rows.ts';

/** An open application, of which only its state says anything here. */
export interface OpenState {
  readonly state: OpenApplicationRow['state'];
}

/** An erasure under way, by what of it is counted. */
interface ErasedCard {
  readonly outcome: WipeRow['outcome'];
  readonly counted: WipeRow['counted'];
}

/** Where cards are that the ledger does not count yet. */
export interface WaitingPort {
  readonly vault: {
    open(): readonly OpenState[];
    readonly wipes: { all(): readonly ErasedCard[] };
  };
}

/**
 * Printed cards of open applications, and cards that were handed over while the erasure waits for its printer: the ledger
 * counts both later, and their blanks are gone already.
 */
export function cardsWaiting({ vault }: WaitingPort): WaitingCards {
  const handedOver = vault.wipes.all().filter(({ outcome }) => outcome === 'issued');
  const settled = (how: 'paid' | 'waived'): number =>
    handedOver.filter(({ counted }) => counted?.fee === how).length;
  const printed = vault.open().filter(({ state }) => stateOf(state) === 'printed').length;
  return { cards: printed + handedOver.length, paid: settled('paid'), waived: settled('waived') };
}

/** How many of these open applications have a card that is being made, or that nobody knows of yet. */
export function cardsUnderWay(open: readonly OpenState[]): number {
  return open.filter(({ state }) => {
    const parsed = parseApplicationState(state);
    if (!parsed.ok) return false;
    return (
      parsed.value.kind === 'queued' || (parsed.value.kind === 'printing' && parsed.value.card !== 'none')
    );
  }).length;
}

function stateOf(text: string): string | null {
  const parsed = parseApplicationState(text);
  return parsed.ok ? parsed.value.kind : null;
}
