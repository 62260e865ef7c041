import { PHOTO_HEIGHT, PHOTO_WIDTH } from '../../shared/application/photo-format.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The largest 4:5 part from the middle of a frame, in whole pixels. It is the very part that the viewfinder
 * shows (`object-fit: cover`), so that what was framed is what is kept.
 */
export function cropOf(frameWidth: number, frameHeight: number): Rectangle {
  const ratio = PHOTO_WIDTH / PHOTO_HEIGHT;
  const wide = frameWidth / frameHeight > ratio;
  const width = wide ? Math.round(frameHeight * ratio) : frameWidth;
  const height = wide ? frameHeight : Math.round(frameWidth / ratio);
  return {
    x: Math.floor((frameWidth - width) / 2),
    y: Math.floor((frameHeight - height) / 2),
    width,
    height,
  };
}
