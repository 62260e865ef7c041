import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../build/machine/command.ts';
import { printProgram } from './programs.ts';

/** What ipptool saw of a job. */
export interface SeenJob {
  readonly id: number;
  readonly state: string;
  readonly reasons: string;
  readonly impressions: number;
}

const common = `GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR name requesting-user-name kiosk`;

const printJob = (sides: string): string => `{ OPERATION Print-Job
  ${common}
  ATTR name job-name x1
  ATTR mimeMediaType document-format $filetype
  GROUP job-attributes-tag
  ATTR keyword sides ${sides}
  FILE $filename
  EXPECT job-id
}`;

/**
 * Just below what a test of printing may take: the test ends by what it expects, never by the patience of somebody
 * else's client, whose last look would pass for the end.
 */
const PATIENCE_MILLISECONDS = 85_000;
/** With the pauses between them that is 75 s at least. */
const MOST_POLLS = 1_500;

const waitForJob = (id: number): string => `{ OPERATION Get-Job-Attributes
  DELAY '0.05,0.05'
  ${common}
  ATTR integer job-id ${id}
  EXPECT job-state WITH-VALUE >6 REPEAT-LIMIT ${MOST_POLLS} REPEAT-NO-MATCH
}`;

/** Somebody else's client, so that a peer is not judged by our own reading of the protocol. */
export function ipptoolFor(folder: string, uri: string) {
  const run = async (test: string, words: readonly string[] = []): Promise<string> => {
    const file = join(folder, 'ipptool.test');
    writeFileSync(file, test);
    const ran = await runCommand(await printProgram('ipptool'), ['-tv', ...words, uri, file], {
      environment: { LC_ALL: 'C', HOME: folder },
      timeoutMilliseconds: PATIENCE_MILLISECONDS,
    });
    return ran.ok ? ran.value : ran.error.output;
  };
  const value = (output: string, name: string): string => {
    const all = [...output.matchAll(new RegExp(`^ +${name} \\([^)]*\\) = (.*)$`, 'gm'))];
    return all.at(-1)?.[1] ?? '';
  };
  const ofPrinter = async (name: string): Promise<string> =>
    value(await run(`{ OPERATION Get-Printer-Attributes\n ${common}\n}`), name);
  return {
    run,
    value,
    /** Sends a document; the job's number, or what ipptool said. */
    async print(document: string, type: string, sides = 'two-sided-long-edge'): Promise<number> {
      const output = await run(printJob(sides), ['-f', document, '-d', `filetype=${type}`]);
      const id = Number(value(output, 'job-id'));
      if (!Number.isInteger(id) || id < 1) throw new Error(output);
      return id;
    },
    /** Waits until a job is canceled, aborted or completed. */
    async waitForJob(id: number): Promise<SeenJob> {
      const output = await run(waitForJob(id));
      return {
        id,
        state: value(output, 'job-state'),
        reasons: value(output, 'job-state-reasons'),
        impressions: Number(value(output, 'job-impressions-completed')),
      };
    },
    printerReasons: () => ofPrinter('printer-state-reasons'),
    printerState: () => ofPrinter('printer-state'),
  };
}
