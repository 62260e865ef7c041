import { layOut } from './layout.ts';

/**
 * Ukrainian, as sold in Ukraine: ґ at the end of the second row, as on keyboards with a key there; the apostrophe, which is
 * one of its letters (U+02BC), where the row of digits has it otherwise. The letters that only Russian has are held.
 */
export const ukrainian = layOut({
  lang: 'uk',
  rows: ['й ц у к е н г ш щ з х ї', 'ф і в а п р о л д ж є ґ', 'я ч с м и т ь б ю ʼ -'],
  shifted: 'capitals',
  held: { г: 'ґ', і: 'ї', е: 'є ё', и: 'ы', ь: 'ъ', є: 'э', ʼ: "' ’", '-': '–' },
});
