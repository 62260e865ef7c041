import { expect, it } from 'vitest';
import { KNOWN } from '../../shared/contract/doctor/kiosk-knowledge.test-support.ts';
import type { KioskKnowledge } from '../../shared/contract/doctor/kiosk-knowledge.ts';
import { subjectHere } from './subject.test-support.ts';
import { isOutside, subjectOf } from './subject.ts';

it('what a keeper starts sees what the kiosk sees, also where no unit of the package’s name has started it', () => {
  const { configuration } = subjectHere();
  const seenBy = (knows: KioskKnowledge | null) => subjectOf(configuration, {}, { use: 'residents', knows });
  const [ofKeeper, ofShell] = [seenBy(KNOWN), seenBy(null)];
  expect([ofKeeper.seenFrom, isOutside(ofKeeper)]).toEqual(['kiosk-unit', false]);
  expect([ofShell.seenFrom, isOutside(ofShell)]).toEqual(['shell', true]);
});
