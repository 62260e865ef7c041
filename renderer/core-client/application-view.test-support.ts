import { emptyAnswers } from '../../shared/application/answers.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import { ticket } from '../../shared/contract/ids.ts';

/** An application as a core tells it, with its so-manieth change. */
export function told(revision: number, state: ApplicationView['state'] = 'draft'): ApplicationView {
  return {
    revision,
    ticket: ticket.parse(4),
    state,
    spoilReason: null,
    answers: { ...emptyAnswers, documents: [] },
    hasPhoto: false,
    cardNumber: null,
    printStage: null,
    cardSent: false,
    printTroubles: [],
    printEnding: null,
    cardIdentified: false,
    denial: null,
  };
}
