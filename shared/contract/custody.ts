import { z } from 'zod';

/** Where the keys of open applications are kept. */
export const custodyKinds = ['memory', 'sealed'] as const;
export const custodyKind = z.enum(custodyKinds);
export type CustodyKind = z.infer<typeof custodyKind>;

/** Why keys cannot be sealed where the kiosk's files lie: what is overwritten there stays on the disk. */
export const sealRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('copy-on-write'), fileSystem: z.string() }),
  z.object({ kind: z.literal('data-journal') }),
  z.object({ kind: z.literal('unknown-file-system'), fileSystem: z.string() }),
  z.object({ kind: z.literal('not-linux') }),
]);
export type SealRefusal = z.infer<typeof sealRefusal>;
