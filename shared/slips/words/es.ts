import type { SlipWords } from '../slip-words.ts';

export const es: SlipWords = {
  cityKeeps: 'La ciudad guarda',
  practice: 'PRÁCTICA, no vale',
  practiceKept: 'Nada. Fue una práctica con una persona inventada.',
  denial: {
    heading: 'Su solicitud fue denegada',
    kept: 'Uno más en el conteo del día. Ni nombre, ni motivos, ni documentos.',
    reasons: 'Por qué',
    missing: 'Esto sería suficiente',
    anyOfThese: 'Cualquiera de estas opciones sería suficiente',
    oldCard: 'Su tarjeta anterior',
    appeal: 'Cómo apelar',
    until: (day) => `Puede apelar hasta el ${day}.`,
    noAppeal: 'Esta decisión no se puede apelar.',
    code: 'Código de apelación',
    codeSays:
      'Este código demuestra el día y los motivos. No dice quién es usted. Guarde este papel o una foto de él: no hay otra copia.',
  },
  pickUp: {
    kept: 'Su solicitud abierta, hasta que tenga su tarjeta.',
    ticket: (ticket) => `Turno ${ticket}`,
    bring: 'Traiga este papel para recoger su tarjeta hoy.',
  },
  feeReceipt: {
    heading: 'Recibo de la tarifa',
    copy: 'Copia del recibo de la tarifa',
    practice: 'PRÁCTICA: no es un recibo',
    program: 'Programa',
    kiosk: 'Quiosco',
    day: 'Día',
    for: 'Por',
    fee: 'Tarifa',
    status: 'Estado',
    routes: {
      first: 'Primera tarjeta',
      renewal: 'Renovación',
      replacement: 'Reemplazo',
      correction: 'Corrección',
    },
    settled: { paid: 'Pagada', waived: 'No se cobra' },
    note: 'Este recibo no lleva ningún nombre, y el quiosco no guarda copia.',
  },
};
