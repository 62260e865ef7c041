import { z } from 'zod';
import type { FailedTest, Suite } from './suite.ts';
import { literally, skippedInWords } from './vitest-suite.ts';

const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z
        .array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) }))
        .optional(),
    }),
  ),
});

/** A file, or a group of tests within one. */
interface Group {
  readonly title: string;
  readonly specs: readonly z.infer<typeof spec>[];
  readonly suites?: readonly Group[] | undefined;
}
const group: z.ZodType<Group> = z.object({
  title: z.string(),
  specs: z.array(spec),
  suites: z.array(z.lazy(() => group)).optional(),
});
const reportSchema = z.object({
  stats: z.object({ expected: z.number(), skipped: z.number() }),
  suites: z.array(group),
});

function failedIn({ specs, suites = [] }: Group): readonly FailedTest[] {
  const failed = specs
    // A test that passed at the second try is a failure that hides: it counts as one.
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
    .map(({ title, file, line, tests }) => ({
      name: `${file}: ${title}`,
      // By its title as well, behind which its tags stand: tests that are made in a loop share their line.
      alone: [`${file}:${line}`, '--grep', `${literally(title)}( @\\w+)*$`, '--output', 'out/test/e2e-alone'],
      why: tests
        .flatMap(({ results = [] }) =>
          results.flatMap(({ errors }) => errors.flatMap((e) => e.message ?? [])),
        )
        .join('\n'),
    }));
  return [...failed, ...suites.flatMap(failedIn)];
}

/** A suite of Playwright's. Its configuration names the report; `words` choose among its tests. */
export function playwrightSuite(
  name: string,
  title: string,
  tests: Suite['tests'],
  configuration: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Suite {
  return {
    name,
    title,
    tests,
    command: (reportPath) => ({
      program: 'playwright',
      words: ['test', '--config', configuration, ...words],
      environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath },
    }),
    read(report) {
      const { stats, suites } = reportSchema.parse(JSON.parse(report));
      return {
        ...{ passed: stats.expected, failed: suites.flatMap(failedIn), notTried: [] },
        note: skippedInWords(stats.skipped),
      };
    },
  };
}
