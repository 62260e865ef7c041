import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What an engine says of a page. */
export interface Verdict {
  /** One line for each violation: its rule, and where. */
  readonly violations: readonly string[];
  /** How many rules found something on the page to check. */
  readonly rules: number;
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function askAxe(page: Page): Promise<Verdict> {
  // Legacy mode: the other one opens a page of its own, which a kiosk does not allow.
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(AXE_TAGS)
    .analyze();
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    rules: violations.length + passes.length,
  };
}

const equalAccess = readFileSync(
  fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace.js')),
  'utf8',
);

/** Rules of WCAG 2.2 A and AA, and of what they find only what is a violation for certain: as they stand, no person judges. */
const ASK_EQUAL_ACCESS = `(async () => {
  const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
  return {
    violations: results
      .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
      .map(({ ruleId, message, snippet }) => ruleId + ': ' + message + ' ' + snippet),
    rules: new Set(results.map(({ ruleId }) => ruleId)).size,
  };
})()`;

const verdict = z.object({ violations: z.array(z.string()), rules: z.number() });

async function askEqualAccess(page: Page): Promise<Verdict> {
  // Once for each page: the engine is large.
  if ((await page.evaluate('typeof ace')) === 'undefined') await page.evaluate(equalAccess);
  return verdict.parse(await page.evaluate(ASK_EQUAL_ACCESS));
}

/** Two engines of different makers: each has rules that the other lacks. */
export const engines = { axe: askAxe, 'Equal Access': askEqualAccess } as const;
export type EngineName = keyof typeof engines;
export const engineNames: readonly EngineName[] = ['axe', 'Equal Access'];
