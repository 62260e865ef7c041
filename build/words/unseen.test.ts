import { expect, it } from 'vitest';
import { readCatalog } from './catalog.ts';
import { whyUnseen } from './unseen.ts';

it('knows why a word that is only looked for has no picture', async () => {
  const catalog = await readCatalog();
  const why = (english: string) => catalog.filter((each) => each.english === english).map(whyUnseen);
  expect(why('Vietnamese')).toEqual([expect.stringContaining('Find a letter')]);
  expect(why('Find a letter')).toEqual([null]);
});

it('lets off no message that another file says as well', () => {
  const file = 'renderer/wording/letters/language.ts';
  expect(whyUnseen({ files: [file] })).not.toBeNull();
  expect(whyUnseen({ files: [file, 'renderer/start/start.tsx'] })).toBeNull();
  expect(whyUnseen({ files: [] })).toBeNull();
});
