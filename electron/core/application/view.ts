import { formatPrintedNumber } from '../../../shared/card/number/printed-number.ts';
import type { ApplicationView } from '../../../shared/contract/screen.ts';
import type { ApplicationRecord } from './record.ts';

/** The record as the screen gets it, in its `revision`: neither key nor photo, and nothing that the screen could change here. */
export function viewOf(record: ApplicationRecord, revision: number): ApplicationView {
  return {
    revision,
    ticket: record.ticket,
    state: record.state.kind,
    spoilReason: record.state.kind === 'spoiled' ? record.state.reason : null,
    answers: { ...record.answers, documents: [...record.answers.documents] },
    hasPhoto: record.photo !== null,
    cardNumber: record.cardNumber === null ? null : formatPrintedNumber(record.cardNumber),
    printStage: record.stage,
    printTroubles: [...record.troubles],
    printEnding: record.ending,
    cardIdentified: record.cardIdentified,
    denial: record.denial,
  };
}
