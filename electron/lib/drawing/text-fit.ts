import type { FitRule } from '../../../shared/card/face.ts';

/** The extent of one line at an em of 1: everything scales with the size. */
export interface LineExtent {
  readonly width: number;
  /** How far the strokes reach above and below the baseline. */
  readonly above: number;
  readonly below: number;
}

/** A line with its baseline, measured downwards from the top of the box. */
export interface FittedLine {
  readonly text: string;
  readonly baselineMm: number;
}

/** A text set to fit. */
export interface FittedText {
  readonly sizeMm: number;
  readonly lines: readonly FittedLine[];
}

/** The height of capitals in Noto Sans, as a fraction of the em. */
export const CAPITAL_HEIGHT = 0.714;
/** Lines of Latin text stand this far apart; scripts with taller strokes push them further. */
const LINE_PITCH = 1.14;
/** Sentences that run over several lines want more air than a name does. */
const PARAGRAPH_PITCH = 1.35;
/** So far a paragraph reaches below its last line, whatever its letters: the next one keeps its distance. */
const PARAGRAPH_DESCENT = 0.25;
const LEAST_GAP = 0.06;
/** A box begins at the capitals. Marks may rise so far above them; a taller first line stands lower. */
export const HEADROOM = 0.28;
/** Sizes are tried in steps no eye can see. */
const STEP_MM = 0.05;

/**
 * A Han or kana text may break between any two characters, but no line begins with the mark that ends a clause or a
 * bracket; all others only at spaces and after hyphens. A no-break
 * space is part of a word: a programme writes its house number with one.
 */
const PIECES =
  /[^\S\u00A0]+|(?:\u00A0|[^\s-])*?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．：；！？…\p{Pe}\p{Pf}]*|(?:\u00A0|[^\s-])*-+|(?:\u00A0|[^\s-])+/gu;

/** The pieces between which a line may end. Joined, they are the text. */
export function splitForBreaking(text: string): readonly string[] {
  return text.match(PIECES) ?? [];
}

function breakIntoLines(
  pieces: readonly string[],
  measure: (text: string) => LineExtent,
  widthInEms: number,
): readonly string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line + piece;
    if (line === '' || measure(longer.trim()).width <= widthInEms) {
      line = longer;
    } else {
      lines.push(line.trim());
      line = piece;
    }
    if (measure(line.trim()).width > widthInEms) return null;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/** Moves the break up so that the lines come out alike: "Maria de los | Angeles" reads worse than halves. */
function balance(
  pieces: readonly string[],
  measure: (text: string) => LineExtent,
  widthInEms: number,
): readonly string[] | null {
  const fullest = breakIntoLines(pieces, measure, widthInEms);
  if (fullest === null || fullest.length < 2) return fullest;
  let best = fullest;
  for (let share = 0.95; share >= 0.5; share -= 0.05) {
    const candidate = breakIntoLines(pieces, measure, widthInEms * share);
    if (candidate === null || candidate.length > fullest.length) break;
    best = candidate;
  }
  return best;
}

function place(
  texts: readonly string[],
  measure: (text: string) => LineExtent,
  sizeMm: number,
  pitch: number,
): { readonly lines: readonly FittedLine[]; readonly heightMm: number } {
  const lines: FittedLine[] = [];
  let baseline = 0;
  let below = 0;
  for (const [index, text] of texts.entries()) {
    const extent = measure(text);
    if (index > 0) baseline += Math.max(pitch, below + extent.above + LEAST_GAP);
    else baseline = Math.max(CAPITAL_HEIGHT, extent.above - HEADROOM);
    below = extent.below;
    lines.push({ text, baselineMm: baseline * sizeMm });
  }
  return { lines, heightMm: (baseline + below) * sizeMm };
}

/**
 * Sets a text in a box: one line, shrinking to the first floor; then up to `lines` lines, shrinking to the
 * second; then `null`, because a card never shows half a name.
 */
export function fitText(
  text: string,
  box: {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly sizeMm: number;
    readonly fit: FitRule;
  },
  measure: (text: string) => LineExtent,
): FittedText | null {
  const line = text.trim();
  if (line === '') return { sizeMm: box.sizeMm, lines: [] };
  const extent = measure(line);
  const oneLineMm = Math.min(box.sizeMm, box.widthMm / extent.width);
  const oneLine = place([line], measure, oneLineMm, LINE_PITCH);
  if (oneLineMm >= box.fit.oneLineFloorMm && oneLine.heightMm <= box.heightMm) {
    return { sizeMm: oneLineMm, lines: oneLine.lines };
  }
  const pieces = splitForBreaking(line);
  const steps = Math.ceil((box.sizeMm - box.fit.floorMm) / STEP_MM);
  for (let step = 0; step <= steps; step += 1) {
    const sizeMm = Math.max(box.fit.floorMm, box.sizeMm - step * STEP_MM);
    const texts = balance(pieces, measure, box.widthMm / sizeMm);
    if (texts === null || texts.length > box.fit.lines) continue;
    const placed = place(texts, measure, sizeMm, LINE_PITCH);
    if (placed.heightMm <= box.heightMm) return { sizeMm, lines: placed.lines };
  }
  return null;
}

/**
 * Sets a text in exactly this size over as many lines as it takes. Null: a word is wider than the column, and is
 * neither cut nor shrunk.
 */
export function setParagraph(
  text: string,
  { widthMm, sizeMm }: { readonly widthMm: number; readonly sizeMm: number },
  measure: (text: string) => LineExtent,
): { readonly lines: readonly FittedLine[]; readonly heightMm: number } | null {
  const texts = breakIntoLines(splitForBreaking(text.trim()), measure, widthMm / sizeMm);
  if (texts === null) return null;
  const { lines, heightMm } = place(texts, measure, sizeMm, PARAGRAPH_PITCH);
  const lastMm = lines.at(-1)?.baselineMm ?? 0;
  return { lines, heightMm: Math.max(heightMm, lastMm + PARAGRAPH_DESCENT * sizeMm) };
}
