import { MAXIMUM_PHOTO_BYTES, PHOTO_HEIGHT, PHOTO_WIDTH } from '../../shared/application/photo-format.ts';
import { cropOf } from './crop.ts';
import { type DrawnFace, paintFace } from './paint-face.ts';

/** Tried in turn until the picture is small enough. */
const QUALITIES = [0.9, 0.8, 0.65, 0.5] as const;

function encode(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/** A JPEG of 480 × 600, at most 400 kB, of what is painted; `null` where a canvas gives none. */
async function encodePhoto(paint: (context: CanvasRenderingContext2D) => void): Promise<Uint8Array | null> {
  const canvas = document.createElement('canvas');
  canvas.width = PHOTO_WIDTH;
  canvas.height = PHOTO_HEIGHT;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  paint(context);
  try {
    for (const quality of QUALITIES) {
      const blob = await encode(canvas, quality);
      if (blob !== null && blob.size <= MAXIMUM_PHOTO_BYTES) return new Uint8Array(await blob.arrayBuffer());
    }
    return null;
  } finally {
    // The pixels of a face go as soon as the picture is made; a canvas without area holds none.
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** The present frame as a photo; `null` when the camera gives no frame. */
export async function takePhoto(video: HTMLVideoElement): Promise<Uint8Array | null> {
  if (video.videoWidth === 0 || video.videoHeight === 0) return null;
  const { x, y, width, height } = cropOf(video.videoWidth, video.videoHeight);
  return encodePhoto((context) =>
    context.drawImage(video, x, y, width, height, 0, 0, PHOTO_WIDTH, PHOTO_HEIGHT),
  );
}

/** A drawn face as a photo, for practice. */
export function drawPhoto(face: DrawnFace): Promise<Uint8Array | null> {
  return encodePhoto((context) => paintFace(context, face));
}
