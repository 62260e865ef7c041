/** All that ends open applications by nobody's act at their counter. What fails there is told, and tried again by the round. */
export interface EndingRound {
  /** After an act that lets go of some: nobody goes on with them until the round comes. */
  now(): void;
}

/** That of one kiosk. */
export function createEndingRound(
  packing: { goOn(): void },
  suspensionWork: { check(): void },
  expiry: { check(): void },
): EndingRound {
  return {
    now() {
      packing.goOn();
      suspensionWork.check();
      expiry.check();
    },
  };
}
