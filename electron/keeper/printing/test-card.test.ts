import { expect, it } from 'vitest';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import { startKeeper } from '../start/keeper.test-support.ts';
import { createTestCard } from './test-card.ts';

const BUILT_IN: PrinterSettings = { driver: 'virtual', folder: null, secondsPerFace: 0 };

it.each([
  ['evaluation', null, 1],
  ['release', { kind: 'no-printer' }, 0],
] as const)(
  'on the built-in printer, in a build for %s: %o, and as many blanks',
  async (build, refusal, blanks) => {
    const { services } = await startKeeper({ scripted: true });
    let ordered = 0;
    const testCard = createTestCard(services.workers, build, {
      changed: () => undefined,
      ordered: () => void ordered++,
      notMade: () => undefined,
    });
    expect(testCard.print(BUILT_IN, SAMPLE_PROGRAMME)).toEqual(refusal);
    expect([ordered, testCard.isUnderWay()]).toEqual([blanks, blanks === 1]);
  },
);
