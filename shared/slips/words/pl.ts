import type { SlipWords } from '../slip-words.ts';

export const pl: SlipWords = {
  cityKeeps: 'Miasto zachowuje',
  practice: 'ĆWICZENIE, bez ważności',
  practiceKept: 'Nic. To było ćwiczenie z wymyśloną osobą.',
  denial: {
    heading: 'Wniosek został odrzucony',
    kept: 'O jeden więcej w dziennym liczniku. Bez imienia, nazwiska, powodów i dokumentów.',
    reasons: 'Dlaczego',
    missing: 'To by wystarczyło',
    anyOfThese: 'Wystarczyłaby którakolwiek z tych możliwości',
    oldCard: 'Poprzednia karta',
    appeal: 'Jak złożyć odwołanie',
    until: (day) => `Odwołanie można złożyć do ${day}.`,
    noAppeal: 'Od tej decyzji nie można złożyć odwołania.',
    code: 'Kod odwołania',
    codeSays:
      'Ten kod potwierdza dzień i powody. Nie mówi, czyj to wniosek. Proszę zachować tę kartkę lub jej zdjęcie: nie ma innej kopii.',
  },
  pickUp: {
    kept: 'Otwarty wniosek, do czasu odebrania karty.',
    ticket: (ticket) => `Numerek ${ticket}`,
    bring: 'Proszę przynieść tę kartkę, aby dziś odebrać kartę.',
  },
  feeReceipt: {
    heading: 'Pokwitowanie opłaty',
    copy: 'Kopia pokwitowania opłaty',
    practice: 'ĆWICZENIE: to nie jest pokwitowanie',
    program: 'Program',
    kiosk: 'Kiosk',
    day: 'Dzień',
    for: 'Za',
    fee: 'Opłata',
    status: 'Stan',
    routes: {
      first: 'Pierwsza karta',
      renewal: 'Odnowienie',
      replacement: 'Wtórnik',
      correction: 'Poprawka',
    },
    settled: { paid: 'Zapłacono', waived: 'Zwolniono z opłaty' },
    note: 'To pokwitowanie nie zawiera imienia i nazwiska, a kiosk nie zachowuje kopii.',
  },
};
