import type { Box } from '../card-size.ts';
import type { Path } from '../face.ts';

type Point = Path[number];

function isInside([x, y]: Point, { xMm, yMm, widthMm, heightMm }: Box): boolean {
  return x >= xMm && x <= xMm + widthMm && y >= yMm && y <= yMm + heightMm;
}

/** The point where a step from inside to outside crosses the edge, by halving: a thousandth of a step is enough. */
function edgeBetween(inside: Point, outside: Point, box: Box): Point {
  let [near, far] = [inside, outside];
  for (let half = 0; half < 10; half += 1) {
    const middle: Point = [(near[0] + far[0]) / 2, (near[1] + far[1]) / 2];
    if (isInside(middle, box)) near = middle;
    else far = middle;
  }
  return near;
}

/** The parts of a path that lie in a box. A path is one line; cut, it may become several or none. */
export function cutPath(path: Path, box: Box): readonly Path[] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  const end = (): void => {
    if (part.length > 1) parts.push(part);
    part = [];
  };
  for (const [index, point] of path.entries()) {
    const before = path[index - 1];
    if (isInside(point, box)) {
      if (before !== undefined && part.length === 0) part.push(edgeBetween(point, before, box));
      part.push(point);
    } else if (before !== undefined && part.length > 0) {
      part.push(edgeBetween(before, point, box));
      end();
    }
  }
  end();
  return parts;
}
