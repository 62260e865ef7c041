import { beforeAll, expect, test } from 'vitest';
import { spoilReasons } from '../../../shared/application/application-state.ts';
import { speakEnglish } from '../english.test-support.ts';
import { figuresTables } from './tables.ts';

beforeAll(speakEnglish);

test('no column says that an applicant left: the kiosk may have ended the application, or the card is missing', () => {
  const { columns } = figuresTables().find(({ of }) => of === 'spoiled') ?? { columns: [] };
  expect(columns).toHaveLength(spoilReasons.length);
  expect(columns[spoilReasons.indexOf('not-collected')]).toBe('Not given to the applicant');
  expect(columns).toContain('Smudged or faded');
});
