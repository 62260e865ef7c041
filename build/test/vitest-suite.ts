import { relative } from 'node:path';
import { z } from 'zod';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';
import type { FailedTest, Suite } from './suite.ts';

const reportSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
});

/** The text as a pattern that matches itself alone. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function failedIn({
  name,
  status,
  message = '',
  assertionResults,
}: z.infer<typeof reportSchema>['testResults'][number]) {
  const file = relative(repositoryFolder, name);
  const failed = assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ ancestorTitles, title, failureMessages = [] }): FailedTest => {
      // As vitest itself joins them before it compares.
      const path = [...ancestorTitles, title].join(' > ');
      return {
        name: `${file}: ${path}`,
        alone: [file, '-t', `^${literally(path)}$`],
        why: failureMessages.join('\n'),
      };
    });
  // A file that fails before its first test, or after its last one.
  return failed.length === 0 && status === 'failed' ? [{ name: file, alone: [file], why: message }] : failed;
}

/** How many tests left themselves out. */
export function skippedInWords(count: number): string {
  return count === 0 ? '' : `${count} skipped`;
}

/** A suite of vitest's. `words`: what its command has besides. */
export function vitestSuite(
  name: string,
  title: string,
  tests: Suite['tests'],
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Suite {
  return {
    name,
    title,
    tests,
    command: (reportPath) => ({
      program: 'vitest',
      words: ['run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`],
      environment,
    }),
    read(report) {
      const { numPassedTests, testResults } = reportSchema.parse(JSON.parse(report));
      const skipped = testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter((test) => test.status === 'skipped').length;
      return {
        ...{ passed: numPassedTests, failed: testResults.flatMap(failedIn), notTried: [] },
        note: skippedInWords(skipped),
      };
    },
  };
}

/** A suite each of whose tests goes on with what was before: one of them alone finds nothing as it expects it. */
export function inOneGo(suite: Suite): Suite {
  return {
    ...suite,
    read(report) {
      const told = suite.read(report);
      return { ...told, failed: told.failed.map((test) => ({ ...test, alone: [] })) };
    },
  };
}
