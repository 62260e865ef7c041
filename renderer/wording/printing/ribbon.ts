import { t } from '@lingui/core/macro';

/** Why a used ribbon is not waste. */
export function usedRibbonInWords(): string {
  return t`A used ribbon shows every face and name that was printed with it, until it is destroyed.`;
}

/** What two people say when they note that a used ribbon is destroyed. */
export function destroyingARibbonInWords(): readonly string[] {
  return [
    t`Destroy it first, both of you: cut or shred the whole film, until no picture of a card is left on it.`,
    t`Then note it here. It is no longer counted among what this kiosk still holds.`,
    t`The ledger gets the ribbon, both supervisors and the exact time. It cannot be taken back.`,
  ];
}
