import { PHOTO_HEIGHT, PHOTO_WIDTH } from '../../shared/application/photo-format.ts';

/** The colours and the hair of a face that nobody has. */
export interface DrawnFace {
  readonly skin: string;
  readonly shade: string;
  readonly hair: string;
  readonly cloth: string;
  readonly wears: 'short' | 'long' | 'scarf' | 'bun';
}

/** As much of a canvas as a face takes: that of a page, and that of the programs which draw cards. */
export type FaceContext = Pick<
  CanvasRenderingContext2D,
  | 'fillRect'
  | 'beginPath'
  | 'moveTo'
  | 'quadraticCurveTo'
  | 'bezierCurveTo'
  | 'ellipse'
  | 'roundRect'
  | 'fill'
  | 'stroke'
> & { fillStyle: unknown; strokeStyle: unknown; lineWidth: number; lineCap: 'butt' | 'round' | 'square' };

function ellipse(
  context: FaceContext,
  colour: string,
  x: number,
  y: number,
  across: number,
  down: number,
): void {
  context.fillStyle = colour;
  context.beginPath();
  context.ellipse(x, y, across, down, 0, 0, 2 * Math.PI);
  context.fill();
}

function stroke(context: FaceContext, colour: string, width: number, path: () => void): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.beginPath();
  path();
  context.stroke();
}

function drawBehind(context: FaceContext, face: DrawnFace): void {
  if (face.wears === 'long') {
    context.fillStyle = face.hair;
    context.beginPath();
    context.roundRect(112, 110, 256, 380, [128, 128, 60, 60]);
    context.fill();
  }
  if (face.wears === 'scarf') ellipse(context, face.cloth, 240, 300, 156, 230);
  if (face.wears === 'bun') ellipse(context, face.hair, 240, 92, 58, 52);
}

function drawHair(context: FaceContext, face: DrawnFace): void {
  context.fillStyle = face.wears === 'scarf' ? face.cloth : face.hair;
  context.beginPath();
  context.moveTo(130, 300);
  context.bezierCurveTo(96, 60, 384, 60, 350, 300);
  context.bezierCurveTo(334, 214, 312, 178, 240, 176);
  context.bezierCurveTo(168, 178, 146, 214, 130, 300);
  context.fill();
}

function drawFeatures(context: FaceContext, face: DrawnFace): void {
  for (const side of [-1, 1]) {
    const x = 240 + side * 46;
    ellipse(context, '#FFFFFF', x, 290, 19, 11);
    ellipse(context, '#2B211C', x, 290, 9, 9);
    stroke(context, face.hair, 7, () => {
      context.moveTo(x - 24, 266);
      context.quadraticCurveTo(x, 252, x + 24, 266);
    });
  }
  stroke(context, face.shade, 6, () => {
    context.moveTo(244, 296);
    context.quadraticCurveTo(226, 350, 248, 352);
  });
  stroke(context, '#9A4B44', 8, () => {
    context.moveTo(206, 386);
    context.quadraticCurveTo(240, 400, 274, 386);
  });
}

/** Paints a portrait of nobody, in the size of a photo: flat areas, so that a card with it stays small. */
export function paintFace(context: FaceContext, face: DrawnFace): void {
  context.fillStyle = '#DDE3E6';
  context.fillRect(0, 0, PHOTO_WIDTH, PHOTO_HEIGHT);
  drawBehind(context, face);
  ellipse(context, face.cloth, 240, 640, 214, 150);
  context.fillStyle = face.shade;
  context.fillRect(196, 400, 88, 120);
  ellipse(context, face.shade, 240, 520, 44, 22);
  ellipse(context, face.skin, 240, 300, 106, 146);
  drawHair(context, face);
  drawFeatures(context, face);
}
