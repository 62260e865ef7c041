import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { unreachable } from '../../../shared/result.ts';
import type { DoctorRun, WhyNoReport } from './run-doctor.ts';

/** Looks at the computer that the kiosk runs on. What was found is in memory only. */
export interface Doctor {
  /** What the last look found; null: nobody has looked since this keeper started. */
  last(): Examination | null;
  /** Looks; whoever asks while somebody looks already gets what they find. */
  examine(): Promise<Examination>;
  /** A look that begins after this call: what was found before counts for nothing. */
  examineAnew(): Promise<Examination>;
}

/** What looking needs of the keeper. */
export interface DoctorPort {
  /** Starts the doctor's process. Never rejects. */
  run(): Promise<DoctorRun>;
  readonly clock: { now(): number };
  readonly screens: { refresh(): void };
  /** Writes one line into the log. */
  say(line: string): void;
}

/** The doctor of one keeper: one process at a time, however many ask. */
export function createDoctor({ run, clock, screens, say }: DoctorPort): Doctor {
  let last: Examination | null = null;
  let underWay: Promise<Examination> | null = null;

  async function look(): Promise<Examination> {
    const found = await run();
    const examination: Examination =
      found.kind === 'ran'
        ? { kind: 'ran', report: found.report }
        : { kind: 'did-not-run', utc: new Date(clock.now()).toISOString() };
    if (found.kind === 'did-not-run') {
      // A kiosk that closes was not found to be anything, and has no screens any more.
      if (found.why === 'stopped') return examination;
      say(`Nobody knows whether this computer is in order: ${whyInWords(found.why)}.`);
    }
    last = examination;
    screens.refresh();
    return examination;
  }

  function examine(): Promise<Examination> {
    underWay ??= look().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    last: () => last,
    examine,
    async examineAnew() {
      await underWay;
      // What is under way by now began later than this was asked.
      return examine();
    },
  };
}

function whyInWords(why: Exclude<WhyNoReport, 'stopped'>): string {
  switch (why) {
    case 'not-started':
      return 'the doctor’s process can’t be started';
    case 'no-report':
      return 'the doctor gave no report';
    case 'too-long':
      return 'the doctor took too long, and was ended';
    default:
      return unreachable(why);
  }
}
