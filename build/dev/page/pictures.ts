import { cropOf } from '../../../renderer/photo/crop.ts';
import { PHOTO_HEIGHT, PHOTO_WIDTH } from '../../../shared/application/photo-format.ts';
import type { Pictures } from '../core/pictures.ts';
import { drawnFace } from './camera.ts';
import back from './card-back.png';
import front from './card-front.png';

async function bytesOf(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

async function drawPhoto(): Promise<Uint8Array> {
  const image = await drawnFace();
  const canvas = document.createElement('canvas');
  canvas.width = PHOTO_WIDTH;
  canvas.height = PHOTO_HEIGHT;
  const crop = cropOf(image.naturalWidth, image.naturalHeight);
  canvas
    .getContext('2d')
    ?.drawImage(image, crop.x, crop.y, crop.width, crop.height, 0, 0, PHOTO_WIDTH, PHOTO_HEIGHT);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  if (blob === null) throw new Error('the photo could not be drawn');
  return new Uint8Array(await blob.arrayBuffer());
}

/** The card of whoever most fixtures have on the screen (`npm run cards` draws it), and the drawn face as a photo. */
export const pictures: Pictures = {
  faces: async () => ({ front: await bytesOf(front), back: await bytesOf(back) }),
  photo: drawPhoto,
};
