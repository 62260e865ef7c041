import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { FONT_FAMILIES, FONT_WEIGHTS, findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { createFonts } from '../../electron/lib/drawing/fonts.ts';
import { createLayout, type PlacedFace, type PlacedText } from '../../electron/lib/drawing/lay-out-face.ts';
import type { Face } from '../../shared/card/face.ts';
import type { Faces } from '../../shared/card/faces.ts';
import { unreachable } from '../../shared/result.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function textOf({ item, fitted, direction }: PlacedText): string {
  const right = item.alignment === 'right' || (item.alignment === 'start' && direction === 'rtl');
  const x = right ? item.xMm + item.widthMm : item.xMm;
  const spare = item.heightMm - (fitted.lines.at(-1)?.baselineMm ?? 0);
  const top = item.anchor === 'middle' ? item.yMm + spare / 2 : item.yMm;
  const style = `font: ${item.weight} ${fitted.sizeMm}px Card; letter-spacing: ${item.tracking * fitted.sizeMm}px`;
  return fitted.lines
    .map(
      (line) =>
        `<text x="${x}" y="${top + line.baselineMm}" fill="${item.colour}" style="${style}" text-anchor="${right ? 'end' : 'start'}">${escaped(line.text)}</text>`,
    )
    .join('');
}

/** The same smooth curve as on our canvas: through the middles, with the points as handles. */
function curveThrough(path: readonly (readonly [number, number])[]): string {
  return path
    .map(([x, y], index) => {
      const next = path[index + 1];
      if (index === 0) return `M${x} ${y}`;
      return next === undefined ? `L${x} ${y}` : `Q${x} ${y} ${(x + next[0]) / 2} ${(y + next[1]) / 2}`;
    })
    .join('');
}

function shapeOf(item: PlacedFace['items'][number], photo: string): string {
  switch (item.kind) {
    case 'rectangle':
      return `<rect x="${item.xMm}" y="${item.yMm}" width="${item.widthMm}" height="${item.heightMm}" rx="${item.radiusMm}" fill="${item.colour}"/>`;
    case 'strokes': {
      return `<path d="${item.paths.map(curveThrough).join('')}" fill="none" stroke="${item.colour}" stroke-width="${item.strokeMm}"/>`;
    }
    case 'perforation':
      return `<line x1="${item.xMm}" y1="${item.fromYMm}" x2="${item.xMm}" y2="${item.toYMm}" stroke="${item.colour}" stroke-width="${item.diameterMm}" stroke-linecap="round" stroke-dasharray="0 ${item.pitchMm}"/>`;
    case 'photo':
      return `<image x="${item.xMm}" y="${item.yMm}" width="${item.widthMm}" height="${item.heightMm}" preserveAspectRatio="xMidYMid slice" href="${photo}"/>`;
    case 'code': {
      const width = item.widthMm / (item.modules[0]?.length ?? 1);
      const height = item.heightMm / item.modules.length;
      const modules = item.modules.flatMap((row, y) =>
        row.flatMap((dark, x) =>
          dark ? [`M${item.xMm + x * width} ${item.yMm + y * height}h${width}v${height}h-${width}z`] : [],
        ),
      );
      return `<path d="${modules.join('')}"/>`;
    }
    case 'placed-text':
      return textOf(item);
    default:
      return unreachable(item);
  }
}

/** The page before a card is put into it: two empty sheets and the card's fonts, loaded. */
export function emptyCardPage({ front }: Faces): string {
  const [latin] = FONT_FAMILIES;
  if (latin === undefined) throw new Error('there are no fonts');
  const fonts = FONT_WEIGHTS.map((weight) => {
    const bytes = readFileSync(findInstalledFont(latin, weight)).toString('base64');
    return `@font-face { font-family: Card; font-weight: ${weight}; src: url(data:font/ttf;base64,${bytes}); }`;
  });
  // Chromium rounds a sheet to whole pixels; a card as high as its sheet would spill onto a third.
  return `<!doctype html><meta charset="utf-8"><style>${fonts.join('\n')}
    @page { size: ${front.widthMm}mm ${front.heightMm}mm; margin: 0 }
    body { margin: 0 }
    svg { display: block; width: ${front.widthMm}mm; height: ${front.heightMm - 0.1}mm; break-after: page }
    svg:last-child { break-after: auto }</style><svg></svg>`;
}

/** Both faces as markup for that page, with the same text in the same fonts and sizes, and the same photo. */
export function cardMarkup(faces: Faces, photo: Uint8Array): string {
  const layOut = createLayout(createFonts(findInstalledFont));
  const photoUrl = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
  const sheet = (face: Face): string => {
    const placed = layOut(face);
    if (!placed.ok) throw new Error('the sample card cannot be laid out');
    const shapes = placed.value.items.map((item) => shapeOf(item, photoUrl));
    return `<svg viewBox="0 0 ${face.widthMm} ${face.heightMm}">${shapes.join('')}</svg>`;
  };
  return sheet(faces.front) + sheet(faces.back);
}

/** A photo of nobody, as large as the camera's and with as much in it as a face has. Each `seed` has another. */
export function samplePhoto(seed: number): Buffer {
  const canvas = createCanvas(480, 600);
  const context = canvas.getContext('2d');
  for (let spot = 0; spot < 3000; spot += 1) {
    context.fillStyle = `hsl(${(spot * 37 + seed * 11) % 60} 45% ${30 + ((spot * 13) % 50)}%)`;
    context.beginPath();
    context.arc((spot * 197) % 480, (spot * 331) % 600, 4 + (spot % 30), 0, 7);
    context.fill();
  }
  return canvas.toBuffer('image/jpeg', 90);
}
