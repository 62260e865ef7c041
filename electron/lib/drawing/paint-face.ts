import type { Image, SKRSContext2D } from '@napi-rs/canvas';
import type { PerforationItem, PhotoItem, RectangleItem, StrokesItem } from '../../../shared/card/face.ts';
import { unreachable } from '../../../shared/result.ts';
import { applyFont, type PlacedItem, type PlacedText } from './lay-out-face.ts';
import { paintCode, type Snap } from './paint-code.ts';

function paintRectangle(context: SKRSContext2D, item: RectangleItem): void {
  context.fillStyle = item.colour;
  context.beginPath();
  context.roundRect(item.xMm, item.yMm, item.widthMm, item.heightMm, item.radiusMm);
  context.fill();
}

function paintStrokes(context: SKRSContext2D, item: StrokesItem): void {
  context.strokeStyle = item.colour;
  context.lineWidth = item.strokeMm;
  context.beginPath();
  for (const path of item.paths) {
    for (const [index, [x, y]] of path.entries()) {
      const next = path[index + 1];
      if (index === 0) context.moveTo(x, y);
      else if (next === undefined) context.lineTo(x, y);
      // Through the middles, with the points as handles: smooth without any arithmetic.
      else context.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2);
    }
  }
  context.stroke();
}

function paintPerforation(context: SKRSContext2D, item: PerforationItem): void {
  context.fillStyle = item.colour;
  context.beginPath();
  for (let yMm = item.fromYMm; yMm < item.toYMm; yMm += item.pitchMm) {
    context.moveTo(item.xMm + item.diameterMm / 2, yMm);
    context.arc(item.xMm, yMm, item.diameterMm / 2, 0, 2 * Math.PI);
  }
  context.fill();
}

/** The photo fills its box; what is wider or taller is cut evenly, never stretched. */
function paintPhoto(context: SKRSContext2D, item: PhotoItem, photo: Image | null): void {
  context.save();
  context.beginPath();
  context.roundRect(item.xMm, item.yMm, item.widthMm, item.heightMm, item.radiusMm);
  context.clip();
  if (photo === null) {
    context.fillStyle = item.emptyColour;
    context.fillRect(item.xMm, item.yMm, item.widthMm, item.heightMm);
  } else {
    const scale = Math.min(photo.width / item.widthMm, photo.height / item.heightMm);
    const width = item.widthMm * scale;
    const height = item.heightMm * scale;
    const left = (photo.width - width) / 2;
    const top = (photo.height - height) / 2;
    context.drawImage(photo, left, top, width, height, item.xMm, item.yMm, item.widthMm, item.heightMm);
  }
  context.restore();
}

function paintText(context: SKRSContext2D, placed: PlacedText): void {
  const { item, fitted, direction } = placed;
  applyFont(context, placed, fitted.sizeMm);
  context.fillStyle = item.colour;
  context.textBaseline = 'alphabetic';
  const isAtRight = item.alignment === 'right' || (item.alignment === 'start' && direction === 'rtl');
  context.textAlign = isAtRight ? 'right' : 'left';
  const x = isAtRight ? item.xMm + item.widthMm : item.xMm;
  const spareMm = item.heightMm - (fitted.lines.at(-1)?.baselineMm ?? 0);
  const top = item.anchor === 'middle' ? item.yMm + spareMm / 2 : item.yMm;
  for (const line of fitted.lines) context.fillText(line.text, x, top + line.baselineMm);
}

/**
 * Paints a face, or some of its items, on a context whose unit is the millimetre. The one routine behind
 * preview, PDF and raster.
 */
export function paintItems(
  context: SKRSContext2D,
  items: readonly PlacedItem[],
  photo: Image | null,
  snap: Snap,
): void {
  for (const item of items) {
    switch (item.kind) {
      case 'rectangle':
        paintRectangle(context, item);
        break;
      case 'strokes':
        paintStrokes(context, item);
        break;
      case 'perforation':
        paintPerforation(context, item);
        break;
      case 'photo':
        paintPhoto(context, item, photo);
        break;
      case 'code':
        paintCode(context, item, snap);
        break;
      case 'placed-text':
        paintText(context, item);
        break;
      default:
        unreachable(item);
    }
  }
}
