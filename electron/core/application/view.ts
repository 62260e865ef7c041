import { formatPrintedNumber } from '../../../shared/card/number/printed-number.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { ApplicationRecord } from './record.ts';

/** A code's text as rows of modules. */
export type EncodeCode = (text: string) => readonly (readonly boolean[])[];

/**
 * The record as the screen gets it, in its `revision`: neither key nor photo, and nothing that the screen could change
 * here. `encodeCode`: null until somebody refuses; before that there is no code to show.
 */
export function viewOf(
  record: ApplicationRecord,
  revision: number,
  encodeCode: EncodeCode | null,
): ApplicationView {
  return {
    revision,
    ticket: record.ticket,
    state: record.state.kind,
    spoilReason: record.state.kind === 'spoiled' ? record.state.reason : null,
    answers: { ...record.answers, documents: [...record.answers.documents] },
    hasPhoto: record.photo !== null,
    cardNumber: record.cardNumber === null ? null : formatPrintedNumber(record.cardNumber),
    printStage: record.stage,
    cardSent: record.cardSent,
    printTroubles: [...record.troubles],
    printEnding: record.ending,
    cardIdentified: record.cardIdentified,
    denial: deniedView(record, encodeCode),
  };
}

function deniedView({ denial }: ApplicationRecord, encodeCode: EncodeCode | null): ApplicationView['denial'] {
  if (denial === null) return null;
  const modules =
    denial.code === null || encodeCode === null ? null : encodeCode(denial.code.replaceAll(' ', ''));
  return { ...denial, modules: modules?.map((row) => [...row]) ?? null };
}
