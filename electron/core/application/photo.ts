import { MAXIMUM_PHOTO_BYTES, PHOTO_HEIGHT, PHOTO_WIDTH } from '../../../shared/application/photo-format.ts';

/** Markers that begin a frame with its size (ITU-T T.81, table B.1), without DHT, JPG and DAC. */
const FRAME_MARKERS = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/**
 * Whether these bytes are a JPEG of the one size that the card has room for. Walks the segments only; the
 * drawing decodes it later, in this same process.
 */
export function isPhoto(jpeg: Uint8Array): boolean {
  if (jpeg.byteLength > MAXIMUM_PHOTO_BYTES || jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return false;
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 9 < jpeg.byteLength) {
    if (view.getUint8(at) !== 0xff) return false;
    if (FRAME_MARKERS.has(view.getUint8(at + 1))) {
      return view.getUint16(at + 5) === PHOTO_HEIGHT && view.getUint16(at + 7) === PHOTO_WIDTH;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}
