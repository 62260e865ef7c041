import { layOut } from './layout.ts';

/** Digits as on a telephone (ITU-T E.161): for dates, and for numbers. */
export const numeric = layOut({ lang: 'en', rows: ['1 2 3', '4 5 6', '7 8 9', '0'] });
