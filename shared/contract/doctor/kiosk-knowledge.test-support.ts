import { policyHash } from '../ids.ts';
import { CARD_PRINTER } from '../printer.test-support.ts';
import type { KioskKnowledge } from './kiosk-knowledge.ts';

/** Of a kiosk whose card printer is ready, with the policy of its file. */
export const KNOWN: KioskKnowledge = {
  cardPrinter: {
    ...{ driver: 'ipp', name: CARD_PRINTER.name, address: CARD_PRINTER.address, media: CARD_PRINTER.media },
    ...{ condition: { kind: 'ready' }, awaitsTestCard: false },
  },
  ordinaryPrinter: null,
  policy: {
    ...{ program: 'harbor-city', version: 3, isInstalled: false },
    hash: policyHash.parse('ab'.repeat(32)),
  },
  timeZone: 'America/New_York',
};
