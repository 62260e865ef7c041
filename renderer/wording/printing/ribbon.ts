import { t } from '@lingui/core/macro';

/** Why a used ribbon is not waste. */
export function usedRibbonInWords(): string {
  return t({
    message: 'A used ribbon shows every face and name printed with it, until it’s destroyed.',
    comment: 'The ribbon is the printer’s film of dye.',
  });
}

/** What two people say when they note that a used ribbon is destroyed. */
export function destroyingARibbonInWords(): readonly string[] {
  return [
    t`Destroy it first, together: cut or shred the whole film, until no picture of a card is left on it.`,
    t({
      message: 'Then record it here. After that, this kiosk no longer lists it as kept.',
      comment: 'Follows “Destroy it first”. “It” is a used ribbon, the printer’s film of dye.',
    }),
    t({
      message: 'The ledger records the ribbon, both supervisors, and the exact time. This can’t be undone.',
      comment: 'Before a used ribbon, a film of dye, is recorded as destroyed.',
    }),
  ];
}
