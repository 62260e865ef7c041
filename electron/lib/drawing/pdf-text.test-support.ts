import { inflateSync } from 'node:zlib';

/** A run of text as a page paints it: the colour, and where it begins, in the units of the drawing. */
export interface PaintedText {
  readonly colour: string;
  readonly mode: string;
  readonly font: string;
  readonly sizeMm: number;
  readonly xMm: number;
  readonly yMm: number;
  readonly glyphs: number;
}

/** A page of a PDF: what it paints besides lines and areas. */
export interface PaintedPage {
  readonly texts: readonly PaintedText[];
  /** How many pictures and forms it places (`Do`). */
  readonly pictures: number;
  /** The content itself. */
  readonly content: string;
}

/** The content of every page in order: the packed streams that begin by turning the axes, as Skia writes them. */
function contentsOf(pdf: Buffer): readonly string[] {
  const contents: string[] = [];
  for (const { index } of pdf.toString('latin1').matchAll(/\/FlateDecode[^>]*>>[^>]*?\s?stream\n/gu)) {
    const start = pdf.indexOf('stream\n', index) + 'stream\n'.length;
    const content = inflateSync(pdf.subarray(start)).toString('latin1');
    if (/^1 0 0 -1 0 \S+ cm\n/u.test(content)) contents.push(content);
  }
  return contents;
}

/** Reads the operators that matter for text: PDF 32000-1, 8.4.4, 8.6.8 and 9.4. */
function readContent(content: string): PaintedPage {
  const texts: PaintedText[] = [];
  let pictures = 0;
  let state = { colour: 'none', mode: '0' };
  const saved: (typeof state)[] = [];
  let font = { name: '', sizeMm: 0 };
  let at = { xMm: 0, yMm: 0 };
  let glyphs = 0;
  let operands: string[] = [];
  const operate = (operator: string): void => {
    const numbers = operands.map(Number);
    switch (operator) {
      case 'q':
        saved.push(state);
        break;
      case 'Q':
        state = saved.pop() ?? state;
        break;
      case 'rg':
      case 'g':
      case 'k':
      case 'sc':
      case 'scn':
        state = { ...state, colour: [...operands, operator].join(' ') };
        break;
      case 'cs':
        state = { ...state, colour: operands.join(' ') };
        break;
      case 'Tr':
        state = { ...state, mode: operands.join(' ') };
        break;
      case 'Do':
        pictures += 1;
        break;
      case 'BT':
        glyphs = 0;
        break;
      case 'Tf':
        font = { name: operands[0] ?? '', sizeMm: numbers[1] ?? 0 };
        break;
      case 'Tm':
        at = { xMm: numbers[4] ?? 0, yMm: numbers[5] ?? 0 };
        break;
      case 'Tj':
      case 'TJ':
        for (const text of operands.join('').match(/<[0-9A-F]*>/giu) ?? []) glyphs += (text.length - 2) / 4;
        break;
      case 'ET':
        texts.push({ ...state, font: font.name, sizeMm: font.sizeMm, ...at, glyphs });
        break;
    }
  };
  for (const [token] of content.matchAll(/\[[^\]]*\]|<[^>]*>|\/?[^\s[\]<>/]+/gu)) {
    if (/^[A-Za-z'"*]+$/u.test(token)) {
      operate(token);
      operands = [];
    } else operands.push(token);
  }
  return { texts, pictures, content };
}

/** What the pages of a PDF paint. */
export function readPages(pdf: Buffer): readonly PaintedPage[] {
  return contentsOf(pdf).map(readContent);
}
