import { createCanvas } from '@napi-rs/canvas';
import { placeCode } from '../../../shared/card/codes/place-code.ts';
import type { FaceTextField, TextItem } from '../../../shared/card/face.ts';
import type { PaperColumn, PaperPages, PaperText } from '../../../shared/paper/paper-pages.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Fonts } from './fonts.ts';
import { measureIn, type PlacedFace, type PlacedItem, type PlacedText } from './lay-out-face.ts';
import { BLACK, layOutPages, type PaperProblem, type Placed } from './lay-out-pages.ts';
import { directionOnPaper } from './text-direction.ts';
import { setParagraph } from './text-fit.ts';

const MM_PER_POINT = 25.4 / 72;
const BULLET = '•';
const BULLET_MM = 4;
const FIELD: FaceTextField = 'label';

type Direction = PaperPages['direction'];

/**
 * Sets every text of a paper in its true size, one below the other. Nothing is left out or shrunk, and carried over to a
 * further page only where the paper may take one.
 */
export function createPaperLayout(
  fonts: Fonts,
): (pages: PaperPages) => Result<readonly PlacedFace[], PaperProblem> {
  const context = createCanvas(1, 1).getContext('2d');

  /** One paragraph within `column`, in the direction of its own letters or in that of the text it belongs to. */
  function placeText(
    paper: Direction,
    text: PaperText,
    column: Pick<PaperColumn, 'xMm' | 'widthMm'>,
    yMm: number,
    direction = directionOnPaper(text.text, paper),
  ): Result<{ readonly item: PlacedText; readonly heightMm: number }, PaperProblem> {
    const uncovered = fonts.findUncovered(text.text);
    if (uncovered !== null) return err({ kind: 'uncovered', ...uncovered });
    const sizeMm = text.sizePoints * MM_PER_POINT;
    const item: TextItem = {
      kind: 'text',
      field: FIELD,
      text: text.text,
      xMm: column.xMm,
      yMm,
      widthMm: column.widthMm,
      heightMm: 0,
      sizeMm,
      weight: text.weight,
      colour: BLACK,
      alignment: paper === 'rtl' ? 'right' : 'start',
      anchor: 'top',
      tracking: 0,
      fit: { oneLineFloorMm: sizeMm, lines: Number.POSITIVE_INFINITY, floorMm: sizeMm },
    };
    const style = { item, families: fonts.familiesFor(text.text), direction };
    const set = setParagraph(text.text, { widthMm: column.widthMm, sizeMm }, measureIn(context, style));
    if (set === null) return err({ kind: 'does-not-fit' });
    const { lines, heightMm } = set;
    return ok({ item: { kind: 'placed-text', fitted: { sizeMm, lines }, ...style }, heightMm });
  }

  function placeColumn(paper: Direction, column: PaperColumn, topMm: number): Result<Placed, PaperProblem> {
    const items: PlacedItem[] = [];
    let yMm = topMm;
    if (column.code !== undefined) {
      items.push(placeCode(column.code.replaceAll(' ', ''), column.xMm, topMm, column.widthMm));
      yMm += column.widthMm;
    }
    for (const text of column.texts) {
      const direction = directionOnPaper(text.text, paper);
      const beginsLeft = paper === 'ltr' && direction === 'ltr';
      const room = text.bullet ? besideBullet(column, beginsLeft) : column;
      const placed = placeText(paper, text, room, yMm + text.gapMm);
      if (!placed.ok) return placed;
      if (text.bullet) {
        const bullet = placeText(paper, { ...text, text: BULLET }, column, yMm + text.gapMm, direction);
        if (!bullet.ok) return bullet;
        items.push(bullet.value.item);
      }
      items.push(placed.value.item);
      yMm += text.gapMm + placed.value.heightMm;
    }
    return ok({ items, heightMm: yMm - topMm });
  }

  return (pages) =>
    layOutPages(
      {
        placeText: (text, column, yMm) => placeText(pages.direction, text, column, yMm),
        placeColumn: (column, topMm) => placeColumn(pages.direction, column, topMm),
      },
      pages,
    );
}

/** The room that a bullet leaves, on the side where the text begins. */
function besideBullet(
  { xMm, widthMm }: PaperColumn,
  beginsLeft: boolean,
): Pick<PaperColumn, 'xMm' | 'widthMm'> {
  return { xMm: beginsLeft ? xMm + BULLET_MM : xMm, widthMm: widthMm - BULLET_MM };
}
