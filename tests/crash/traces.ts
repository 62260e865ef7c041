import { patternsOfBytes, patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import type { Mark } from './marks.ts';

/** Something that names an application without naming a person, in hex as the product writes it. */
export interface Trace {
  readonly what: 'application id' | 'print-job name' | 'hash of the card number' | 'hash of the last four';
  readonly application: string;
  readonly hex: string;
}

/** Collects what names an application, as far as it was told. */
export function tracesOf(marks: readonly Mark[]): readonly Trace[] {
  const traces: Trace[] = [];
  for (const mark of marks) {
    if (mark.kind === 'created')
      traces.push({ what: 'application id', application: mark.application, hex: mark.application });
    if (mark.kind === 'job')
      traces.push({ what: 'print-job name', application: mark.application, hex: mark.job });
    if (mark.kind === 'card') {
      const { application, full, lastFour } = mark;
      traces.push({ what: 'hash of the card number', application, hex: full });
      traces.push({ what: 'hash of the last four', application, hex: lastFour });
    }
  }
  return traces;
}

/** Every form of a trace: its bytes, and its text as it stands in a row. */
export function patternsOfTrace(label: string, { hex }: Trace): readonly SearchPattern[] {
  return [...patternsOfBytes(label, Buffer.from(hex, 'hex')), ...patternsOfValue(label, hex)];
}
