import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameOfSize, sizeInName } from './size-name.ts';

it('a size is read back from the name that is made of it', () => {
  const hundredths = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(hundredths, hundredths, (widthHundredths, heightHundredths) => {
      const name = nameOfSize({ widthHundredths, heightHundredths });
      expect(sizeInName(name)).toEqual({ name, widthHundredths, heightHundredths });
    }),
  );
});
