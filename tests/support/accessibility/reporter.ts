import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { type Counted, countsInWords, looksOf } from './counts.ts';

/** Says at the end of a run what the engines have looked at: without it "no violations" could mean that nobody looked. */
export default class AccessibilityReporter implements Reporter {
  readonly #looks: Counted[] = [];

  onTestEnd(_test: TestCase, result: TestResult): void {
    this.#looks.push(...looksOf(result.annotations));
  }

  onEnd(): void {
    for (const line of countsInWords(this.#looks)) process.stdout.write(`${line}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
