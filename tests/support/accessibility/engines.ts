import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What an engine says of a page. */
export interface Verdict {
  /** One line for each violation: its rule, and where. */
  readonly violations: readonly string[];
  /** How many rules found something on the page to check. */
  readonly rules: number;
}

const verdict = z.object({ violations: z.array(z.string()), rules: z.number() });

/** An engine as its maker delivers it, and how it is asked. */
interface Engine {
  /** What its script declares on a page. */
  readonly declares: string;
  readonly script: string;
  /** Answers a verdict, and nothing else: all that an engine knows of a page is larger than the page. */
  readonly question: string;
}

async function ask(page: Page, { declares, script, question }: Engine): Promise<Verdict> {
  // Once for each page: the engines are large.
  if ((await page.evaluate(`typeof ${declares}`)) === 'undefined') await page.evaluate(script);
  return verdict.parse(await page.evaluate(question));
}

// Not by its builder for Playwright, which sends the script twice, readable, and brings back all that it knows.
const axeScript = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');

/**
 * Rules of WCAG 2.2 A and AA. Of what passes the count is enough: its selectors would cost more than the rules do. Axe does not know that a
 * place that scrolls clips what is in it: of a field that has scrolled away under a bar it measures what is left below the bar. Whatever
 * nobody sees is no target; what is seen of one by a pixel is.
 */
const axe: Engine = {
  declares: 'axe',
  script: readFileSync(axeScript, 'utf8'),
  question: `(async () => {
    const isSeen = (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      for (let y = top + 0.5; y < top + height; y += 1)
        for (let x = left + width / 8; x < left + width; x += width / 4)
          if (element.contains(document.elementFromPoint(x, y))) return true;
      return false;
    };
    const { violations, passes } = await axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
      elementRef: true,
    });
    const found = violations
      .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ element }) => id !== 'target-size' || isSeen(element)) }))
      .filter(({ nodes }) => nodes.length > 0);
    return {
      violations: found.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')),
      rules: violations.length + passes.length,
    };
  })()`,
};

/** Rules of WCAG 2.2 A and AA, and of what they find only what is a violation for certain: as they stand, no person judges. */
const equalAccess: Engine = {
  declares: 'ace',
  script: readFileSync(fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace.js')), 'utf8'),
  question: `(async () => {
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
    return {
      violations: results
        .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
        .map(({ ruleId, message, snippet }) => ruleId + ': ' + message + ' ' + snippet),
      rules: new Set(results.map(({ ruleId }) => ruleId)).size,
    };
  })()`,
};

/** Two engines of different makers: each has rules that the other lacks. */
export const engines = {
  axe: (page: Page) => ask(page, axe),
  'Equal Access': (page: Page) => ask(page, equalAccess),
} as const;
export type EngineName = keyof typeof engines;
export const engineNames: readonly EngineName[] = ['axe', 'Equal Access'];
