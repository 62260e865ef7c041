import type { TestInfo } from '@playwright/test';
import { z } from 'zod';

const ANNOTATION = 'accessibility';

const counted = z.object({
  state: z.string(),
  look: z.string(),
  engine: z.string(),
  rules: z.number(),
  violations: z.number(),
});
export type Counted = z.infer<typeof counted>;

/** Notes one look of one engine with its test: workers are processes of their own, their tests come together in the reporter. */
export function countLook(test: TestInfo, look: Counted): void {
  test.annotations.push({ type: ANNOTATION, description: JSON.stringify(look) });
}

/** The looks that were noted with a test. */
export function looksOf(annotations: readonly { type: string; description?: string }[]): readonly Counted[] {
  return annotations.flatMap(({ type, description }) =>
    type === ANNOTATION && description !== undefined ? [counted.parse(JSON.parse(description))] : [],
  );
}

/** One line for each engine: what it has looked at, and what it found. */
export function countsInWords(looks: readonly Counted[]): readonly string[] {
  return [...new Set(looks.map(({ engine }) => engine))].map((engine) => {
    const own = looks.filter((look) => look.engine === engine);
    const states = new Set(own.map(({ state }) => state)).size;
    const ways = new Set(own.map(({ look }) => look)).size;
    const rules = own.reduce((sum, look) => sum + look.rules, 0);
    const violations = own.reduce((sum, look) => sum + look.violations, 0);
    return `${engine}: ${states} states in ${ways} looks, ${own.length} screens; ${rules} rules checked, ${violations} violations`;
  });
}
