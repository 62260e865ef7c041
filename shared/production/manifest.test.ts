import { expect, it } from 'vitest';
import { z } from 'zod';
import { searchStatement } from '../record-search/statement.ts';
import { productionManifest } from './manifest.ts';
import { producedRecord } from './record.ts';

it('neither a manifest nor a produced record says whether the date was in doubt; the answer of a name search does', () => {
  const says = (schema: z.ZodType) => /doubt/i.test(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })));
  expect([productionManifest, producedRecord, searchStatement].map(says)).toEqual([false, false, true]);
});
