import { z } from 'zod';

/**
 * What every check is called. Ledgers and health records have these words for good: none is ever renamed or taken away, and a
 * new check is added here with a version of the ledger (CONTRIBUTING.md, "A version of vault or ledger").
 */
export const checkIds = [
  ...(['swap', 'hibernation', 'core-dumps', 'session-memory', 'ptrace-scope', 'init-on-free'] as const),
  ...(['kernel-dumps', 'old-dumps'] as const),
  ...(['file-system', 'data-folder', 'disk-space', 'disk-encryption', 'flash', 'unit-writes'] as const),
  ...(['temporary-folders', 'system-log', 'usb-drives'] as const),
  ...(['cups', 'printer', 'print-leftovers'] as const),
  ...(['clipboard', 'input-methods', 'display-size'] as const),
  ...(['clock', 'time-zone', 'camera', 'power', 'sleep', 'network', 'apparmor', 'tpm'] as const),
  ...(['account', 'sandbox', 'fuses', 'package-files', 'package-database', 'package-owner'] as const),
  ...(['versions', 'crash-handler', 'policy', 'unit-sandbox'] as const),
] as const;
export const checkId = z.enum(checkIds);
export type CheckId = z.infer<typeof checkId>;
