import { expect, it } from 'vitest';
import { readCatalog } from './catalog.ts';
import { UNSEEN, whyUnseen } from './unseen.ts';

it('names files that have messages', async () => {
  const files = new Set((await readCatalog()).flatMap((message) => message.files));
  for (const file of Object.keys(UNSEEN)) expect(files).toContain(file);
});

it('lets off no message that another file says as well', () => {
  const [file = ''] = Object.keys(UNSEEN);
  expect(whyUnseen({ files: [file] })).not.toBeNull();
  expect(whyUnseen({ files: [file, 'renderer/start/start.tsx'] })).toBeNull();
  expect(whyUnseen({ files: [] })).toBeNull();
});
