import type { PerforationItem, RectangleItem } from '../../../shared/card/face.ts';
import type { PaperBand, PaperColumn, PaperPages, PaperText } from '../../../shared/paper/paper-pages.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PlacedFace, PlacedItem, PlacedText } from './lay-out-face.ts';

/** Why a paper cannot be drawn: a character that no bundled font has, or more text than its page holds. */
export type PaperProblem =
  | { readonly kind: 'uncovered'; readonly character: string; readonly codePoint: number }
  | { readonly kind: 'does-not-fit' };

/** Pure black: a laser printer makes it of one toner, without an edge of colours. */
export const BLACK = '#000000';
const PERFORATION = { pitchMm: 2, diameterMm: 0.7, colour: BLACK } as const;

export interface Placed {
  readonly items: readonly PlacedItem[];
  readonly heightMm: number;
}

/** How texts are set. */
export interface TextPlacing {
  placeText(
    text: PaperText,
    column: Pick<PaperColumn, 'xMm' | 'widthMm'>,
    yMm: number,
  ): Result<{ readonly item: PlacedText; readonly heightMm: number }, PaperProblem>;
  placeColumn(column: PaperColumn, topMm: number): Result<Placed, PaperProblem>;
}

/** Sets the bands of a paper one below the other, on one page, or on as many as it needs where it may take more. */
export function layOutPages(
  placing: TextPlacing,
  pages: PaperPages,
): Result<readonly PlacedFace[], PaperProblem> {
  const { widthMm, heightMm, marginMm, footer } = pages;
  const endMm = heightMm - marginMm - (footer?.heightMm ?? 0);
  let items: PlacedItem[] = [];
  const faces = [items];
  let yMm = marginMm;
  for (const group of keptTogether(pages.bands)) {
    yMm += group[0]?.gapMm ?? 0;
    let placed = placeGroup(placing, group, yMm, pages);
    if (!placed.ok) return placed;
    if (yMm + placed.value.heightMm > endMm) {
      // One page is all that it may take, or a page of its own does not hold it either.
      if (footer === null || marginMm + placed.value.heightMm > endMm) return err({ kind: 'does-not-fit' });
      yMm = marginMm;
      items = [];
      faces.push(items);
      placed = placeGroup(placing, group, yMm, pages);
      if (!placed.ok) return placed;
    }
    items.push(...placed.value.items);
    yMm += placed.value.heightMm;
  }
  const numbered = addFooters(placing, pages, faces);
  if (!numbered.ok) return numbered;
  return ok(faces.map((each) => ({ widthMm, heightMm, items: [...frameOf(pages), ...each] })));
}

/** A band from `topMm` on: its columns side by side, and what is drawn below or through it. */
function placeBand(
  { placeColumn }: TextPlacing,
  band: PaperBand,
  topMm: number,
  { widthMm, marginMm }: Pick<PaperPages, 'widthMm' | 'marginMm'>,
): Result<Placed, PaperProblem> {
  const items: PlacedItem[] = [];
  let yMm = topMm;
  for (const column of band.columns) {
    const placed = placeColumn(column, topMm);
    if (!placed.ok) return placed;
    items.push(...placed.value.items);
    yMm = Math.max(yMm, topMm + placed.value.heightMm);
  }
  if (band.perforationXMm !== null) items.push(perforation(band.perforationXMm, topMm, yMm));
  if (band.ruleBelow !== null) {
    const { gapMm, thicknessMm } = band.ruleBelow;
    yMm += gapMm;
    items.push(rule(marginMm, yMm, widthMm - 2 * marginMm, thicknessMm));
    yMm += thicknessMm;
  }
  return ok({ items, heightMm: yMm - topMm });
}

/** Bands that are kept together, one below the other. */
function placeGroup(
  placing: TextPlacing,
  group: readonly PaperBand[],
  topMm: number,
  pages: PaperPages,
): Result<Placed, PaperProblem> {
  const items: PlacedItem[] = [];
  let yMm = topMm;
  for (const [index, band] of group.entries()) {
    if (index > 0) yMm += band.gapMm;
    const placed = placeBand(placing, band, yMm, pages);
    if (!placed.ok) return placed;
    items.push(...placed.value.items);
    yMm += placed.value.heightMm;
  }
  return ok({ items, heightMm: yMm - topMm });
}

function addFooters(
  { placeText }: TextPlacing,
  pages: PaperPages,
  faces: readonly PlacedItem[][],
): Result<null, PaperProblem> {
  const { footer, heightMm, marginMm, widthMm } = pages;
  if (footer === null) return ok(null);
  const column = { xMm: marginMm, widthMm: widthMm - 2 * marginMm };
  for (const [index, items] of faces.entries()) {
    const text = footer.textOf(index + 1, faces.length);
    const placed = placeText(text, column, heightMm - marginMm - footer.heightMm + text.gapMm);
    if (!placed.ok) return placed;
    items.push(placed.value.item);
  }
  return ok(null);
}

/** A band that is kept with the next one stands on its page. */
function keptTogether(bands: readonly PaperBand[]): readonly (readonly PaperBand[])[] {
  const groups: PaperBand[][] = [];
  let isOpen = false;
  for (const band of bands) {
    const last = groups.at(-1);
    if (isOpen && last !== undefined) last.push(band);
    else groups.push([band]);
    isOpen = band.keepWithNext === true;
  }
  return groups;
}

/** Four lines, each as long as its side. */
function frameOf({ frame, widthMm, heightMm }: PaperPages): readonly RectangleItem[] {
  if (frame === null) return [];
  const { edgeMm, thicknessMm } = frame;
  const [across, down] = [widthMm - 2 * edgeMm, heightMm - 2 * edgeMm];
  return [
    rule(edgeMm, edgeMm, across, thicknessMm),
    rule(edgeMm, heightMm - edgeMm - thicknessMm, across, thicknessMm),
    rule(edgeMm, edgeMm, thicknessMm, down),
    rule(widthMm - edgeMm - thicknessMm, edgeMm, thicknessMm, down),
  ];
}

function perforation(xMm: number, fromYMm: number, toYMm: number): PerforationItem {
  return { kind: 'perforation', xMm, fromYMm, toYMm, ...PERFORATION };
}

function rule(xMm: number, yMm: number, widthMm: number, heightMm: number): RectangleItem {
  return { kind: 'rectangle', xMm, yMm, widthMm, heightMm, radiusMm: 0, colour: BLACK };
}
