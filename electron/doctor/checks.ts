import type { Check } from './check.ts';
import { computerChecks } from './looks/computer.ts';
import { diskChecks } from './looks/disk.ts';
import { memoryChecks } from './looks/memory.ts';
import { printingChecks } from './looks/printing.ts';
import { programChecks } from './looks/program.ts';
import { screenChecks } from './looks/screen.ts';

/** Every check that can be made, in the order of the catalogue; a test holds the two together. */
export const CHECKS: readonly Check[] = [
  ...memoryChecks,
  ...diskChecks,
  ...printingChecks,
  ...screenChecks,
  ...computerChecks,
  ...programChecks,
];
