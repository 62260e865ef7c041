import { expect, it } from 'vitest';
import { isOutside, subjectOf } from './subject.ts';
import { subjectHere } from './subject.test-support.ts';

it('what a keeper starts sees what the kiosk sees, also where no unit of the package’s name has started it', () => {
  const { configuration } = subjectHere();
  const [ofKeeper, ofShell] = [true, false].map((isOfKeeper) =>
    subjectOf(configuration, {}, { use: 'residents', isOfKeeper }),
  );
  if (ofKeeper === undefined || ofShell === undefined) throw new Error('there are two');
  expect([ofKeeper.seenFrom, isOutside(ofKeeper)]).toEqual(['kiosk-unit', false]);
  expect([ofShell.seenFrom, isOutside(ofShell)]).toEqual(['shell', true]);
  // It has no network of its own for that.
  expect([ofKeeper.isInUnit, ofShell.isInUnit]).toEqual([false, false]);
});
