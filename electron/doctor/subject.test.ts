import { expect, it } from 'vitest';
import { subjectHere } from './subject.test-support.ts';
import { isOutside, subjectOf } from './subject.ts';

it('what a keeper starts sees what the kiosk sees, also where no unit of the package’s name has started it', () => {
  const { configuration } = subjectHere();
  const seenBy = (isOfKeeper: boolean) => subjectOf(configuration, {}, { use: 'residents', isOfKeeper });
  const [ofKeeper, ofShell] = [seenBy(true), seenBy(false)];
  expect([ofKeeper.seenFrom, isOutside(ofKeeper)]).toEqual(['kiosk-unit', false]);
  expect([ofShell.seenFrom, isOutside(ofShell)]).toEqual(['shell', true]);
});
