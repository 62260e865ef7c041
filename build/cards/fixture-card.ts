import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { cropOf } from '../../renderer/photo/crop.ts';
import { checkAnswers } from '../../shared/application/answers.ts';
import { PHOTO_HEIGHT, PHOTO_WIDTH } from '../../shared/application/photo-format.ts';
import { describeFaces, type Faces } from '../../shared/card/faces.ts';
import { cardDataFrom } from '../../shared/programme/card-data-from.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { ALL_ANSWERS, applicationIn, ORDINARY_DAY } from '../dev/fixtures/fixture.ts';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';

/** Where its pictures are, which the page of the fixtures shows. */
export function fixtureCardPath(side: keyof Faces): string {
  return join(repositoryFolder, 'build', 'dev', 'page', `card-${side}.png`);
}

/** The card of whoever most fixtures have on the screen, with the face of the drawn camera. */
export async function fixtureCard(): Promise<{ readonly faces: Faces; readonly photo: Buffer }> {
  const { today } = ORDINARY_DAY;
  const checked = checkAnswers(ALL_ANSWERS, harborCity.fields, today);
  const number = applicationIn('printed').cardNumber?.replaceAll(' ', '');
  if (!checked.ok || number === undefined) throw new Error('the fixtures have no card');
  const faces = describeFaces(cardDataFrom(checked.value, harborCity, number, today), harborCity.card);
  return { faces, photo: await drawPhoto() };
}

async function drawPhoto(): Promise<Buffer> {
  const face = await loadImage(
    readFileSync(join(repositoryFolder, 'build', 'kiosk', 'faces', 'drawn-face.svg')),
  );
  const crop = cropOf(face.width, face.height);
  const canvas = createCanvas(PHOTO_WIDTH, PHOTO_HEIGHT);
  canvas
    .getContext('2d')
    .drawImage(face, crop.x, crop.y, crop.width, crop.height, 0, 0, PHOTO_WIDTH, PHOTO_HEIGHT);
  return canvas.toBuffer('image/jpeg', 92);
}
