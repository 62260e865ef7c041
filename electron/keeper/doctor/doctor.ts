import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { unreachable } from '../../../shared/result.ts';
import type { DoctorRun, LookOrder, WhyNoReport } from './examine-by-process.ts';

/** Looks at the computer that the kiosk runs on. What was found is in memory only. */
export interface Doctor {
  /** What the last look found; null: nobody has looked since this keeper started. */
  last(): Examination | null;
  /** Looks; whoever asks while somebody looks already gets what they find. */
  examine(): Promise<Examination>;
  /** The same where nobody waits for it: whatever else runs on this computer goes first. */
  examineInBackground(): Promise<Examination>;
  /**
   * A look that begins after this call: what was found before counts for nothing. One that is under way ends at once, and whoever
   * waits for it gets what this one finds.
   */
  examineAnew(): Promise<Examination>;
}

/** What looking needs of the keeper. */
export interface DoctorPort {
  /** Has the doctor's process look (`examineByProcess`). Never rejects. */
  run(order: LookOrder): Promise<DoctorRun>;
  readonly clock: { now(): number };
  readonly screens: { refresh(): void };
  /** Writes one line into the log. */
  say(line: string): void;
}

/** A look that is under way. */
interface Look {
  readonly found: Promise<Examination>;
  /** Ends its process. Whoever waits for it waits for the other one from then on. */
  giveWayTo(other: () => Promise<Examination>): void;
}

/** The doctor of one keeper: one process at a time, however many ask. */
export function createDoctor({ run, clock, screens, say }: DoctorPort): Doctor {
  let last: Examination | null = null;
  let underWay: Look | null = null;

  function begin(inBackground: boolean): Look {
    const over = new AbortController();
    let instead: Promise<Examination> | null = null;
    const found = run({ stopped: over.signal, inBackground }).then((ran) => {
      if (instead !== null) return instead;
      underWay = null;
      return take(ran);
    });
    return {
      found,
      giveWayTo(other) {
        over.abort();
        instead = other();
      },
    };
  }

  function take(found: DoctorRun): Examination {
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

  function examine(inBackground: boolean): Promise<Examination> {
    underWay ??= begin(inBackground);
    return underWay.found;
  }

  return {
    last: () => last,
    examine: () => examine(false),
    examineInBackground: () => examine(true),
    examineAnew() {
      const before = underWay;
      underWay = null;
      before?.giveWayTo(() => examine(false));
      return examine(false);
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
