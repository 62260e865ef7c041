import { expect, it } from 'vitest';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import { startKeeper } from '../start/keeper.test-support.ts';
import { createTestCard } from './test-card.ts';

const BUILT_IN: PrinterSettings = { driver: 'virtual', folder: null, secondsPerFace: 0 };

it.each([
  ['evaluation', false, null, 1],
  ['evaluation', true, { kind: 'battery-low' }, 0],
  ['release', false, { kind: 'no-printer' }, 0],
] as const)(
  'on the built-in printer, in a build for %s, on a low battery (%s): %o, and as many blanks',
  async (build, isLow, refusal, blanks) => {
    const { services } = await startKeeper({ scripted: true });
    let ordered = 0;
    const maker = { build, battery: { isLowNow: () => isLow } };
    const testCard = createTestCard(services.workers, maker, {
      changed: () => undefined,
      ordered: () => void ordered++,
      notMade: () => undefined,
    });
    expect(testCard.print(BUILT_IN, SAMPLE_PROGRAMME)).toEqual(refusal);
    expect([ordered, testCard.isUnderWay()]).toEqual([blanks, blanks === 1]);
  },
);
