import { z } from 'zod';
import type { RunningKeeper } from '../run-keeper.ts';

const exportedEntry = z.object({
  kind: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Every entry of a keeper's ledger, in order, as it is exported: kind and fields side by side. */
export function entriesOf({
  desk,
}: RunningKeeper): readonly (Readonly<Record<string, string | number>> & { readonly kind: string })[] {
  const lines = [...desk.ledger.export('ndjson')].join('').trim().split('\n');
  return lines.map((line) => {
    const { kind, fields } = exportedEntry.parse(JSON.parse(line));
    return { ...fields, kind };
  });
}
