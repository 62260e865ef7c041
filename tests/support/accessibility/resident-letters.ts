import type { Page } from '@playwright/test';

/** The letters of a text that is shown, as their font draws them, in millimeters of the display. */
export interface LettersInMillimeters {
  /** The lowest capital of all text, by the letter H. */
  readonly least: number;
  /** Texts of a script without capitals whose letters are lower than a small Latin letter in the same place. */
  readonly lower: readonly string[];
  /** Of how many texts in a script of their own the letters were measured. */
  readonly inOwnScript: number;
}

/** Measures letters as they are drawn. The font of each must be there: a letter of another one says nothing. */
export function lettersInMillimeters(page: Page, displayMillimeters: number): Promise<LettersInMillimeters> {
  return page.evaluate((display) => {
    const millimetersPerPixel = display / window.screen.width;
    /** So high that an outline that is rounded to whole pixels is off by little. */
    const PROBE_PIXELS = 256;
    /** A letter that stands alone in many words; of Chinese, whose font comes in slices, whatever the text has. */
    const SCRIPTS = [
      [/\p{Script=Arabic}/u, 'ا'],
      [/\p{Script=Devanagari}/u, 'क'],
      [/\p{Script=Han}/gu, null],
    ] as const;
    const drawing = document.createElement('canvas').getContext('2d');
    if (drawing === null) throw new Error('this page draws nothing');
    const covers = ({ unicodeRange }: FontFace, letter: string): boolean =>
      unicodeRange.split(',').some((range) => {
        const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
        const at = letter.codePointAt(0) ?? 0;
        return at >= Number.parseInt(first, 16) && at <= Number.parseInt(last, 16);
      });
    /** Whether the first font of these that has the letter is loaded: the drawing takes another one meanwhile. */
    const isThere = (letter: string, families: string): boolean => {
      const faces = families.split(',').map((family) => {
        const name = family.trim().replaceAll('"', '');
        const of = [...document.fonts].filter((face) => face.family.replaceAll('"', '') === name);
        return of.filter((face) => covers(face, letter));
      });
      return faces.find((of) => of.length > 0)?.some(({ status }) => status === 'loaded') === true;
    };
    const known = new Map<string, number>();
    const height = (letter: string, at: Element): number => {
      const { fontStyle, fontWeight, fontFamily, fontSize } = getComputedStyle(at);
      const font = `${fontStyle} ${fontWeight} ${PROBE_PIXELS}px ${fontFamily}`;
      const name = `${letter} ${font}`;
      if (!known.has(name)) {
        if (!isThere(letter, fontFamily)) throw new Error(`the font of ${letter} is not there: ${font}`);
        drawing.font = font;
        const { actualBoundingBoxAscent } = drawing.measureText(letter);
        known.set(name, actualBoundingBoxAscent / PROBE_PIXELS);
      }
      return (known.get(name) ?? 0) * Number.parseFloat(fontSize) * millimetersPerPixel;
    };
    const shown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.closest('[aria-hidden="true"], [inert]') === null;
    };
    /** Each text with where it stands: also what is typed or chosen in a field. */
    const texts: [text: string, at: Element][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      // The banner is of the kiosk's builds, and on no resident's screen.
      if (at !== null && text !== '' && shown(at) && at.closest('header') === null) texts.push([text, at]);
    }
    for (const field of document.querySelectorAll<HTMLInputElement>(
      'input[type="text"], input[type="password"]',
    ))
      if (shown(field)) texts.push([field.type === 'text' ? field.value : '', field]);
    const inOwnScript = texts.flatMap(([text, at]) =>
      SCRIPTS.flatMap(([script, letter]) => {
        const found = text.match(script);
        if (found === null) return [];
        return [
          {
            text,
            own: Math.max(...(letter === null ? found : [letter]).map((each) => height(each, at))),
            at,
          },
        ];
      }),
    );
    return {
      least: Math.min(...texts.map(([, at]) => height('H', at))),
      lower: inOwnScript
        .filter(({ own, at }) => own < height('x', at))
        .map(({ text, own }) => `${text}: ${own} mm`),
      inOwnScript: inOwnScript.length,
    };
  }, displayMillimeters);
}
