import type { SlipWords } from '../slip-words.ts';

export const fr: SlipWords = {
  cityKeeps: 'La ville garde',
  practice: 'EXERCICE, sans valeur',
  practiceKept: 'Rien. C’était un exercice avec une personne inventée.',
  denial: {
    heading: 'Votre demande a été refusée',
    kept: 'Une de plus dans le total du jour. Aucun nom, aucun motif, aucun document.',
    reasons: 'Pourquoi',
    missing: 'Ceci suffirait',
    anyOfThese: 'N’importe laquelle de ces possibilités suffirait',
    oldCard: 'Votre ancienne carte',
    appeal: 'Comment former un recours',
    until: (day) => `Vous pouvez former un recours jusqu’au ${day}.`,
    noAppeal: 'Cette décision ne peut pas faire l’objet d’un recours.',
    code: 'Code de recours',
    codeSays:
      'Ce code prouve le jour et les motifs. Il ne dit pas qui vous êtes. Gardez ce feuillet ou une photo de celui-ci\u00a0: il n’en existe pas d’autre copie.',
  },
  pickUp: {
    kept: 'Votre demande en cours, jusqu’à ce que vous ayez votre carte.',
    ticket: (ticket) => `Ticket ${ticket}`,
    bring: 'Apportez ce feuillet pour retirer votre carte aujourd’hui.',
  },
  feeReceipt: {
    heading: 'Reçu des frais',
    copy: 'Copie du reçu des frais',
    practice: 'EXERCICE\u00a0: ceci n’est pas un reçu',
    program: 'Programme',
    kiosk: 'Borne',
    day: 'Jour',
    for: 'Pour',
    fee: 'Frais',
    status: 'État',
    routes: {
      first: 'Première carte',
      renewal: 'Renouvellement',
      replacement: 'Remplacement',
      correction: 'Correction',
    },
    settled: { paid: 'Payés', waived: 'Non demandés' },
    note: 'Ce reçu ne porte aucun nom, et la borne n’en garde pas de copie.',
  },
};
