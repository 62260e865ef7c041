import type { Escape } from './escape.ts';
import { type Hand, middleOf } from './hand.ts';

const LEFT = 1;
const MIDDLE = 2;
const RIGHT = 3;
const WHEEL_UP = 4;
const WHEEL_DOWN = 5;

const wheel = (name: string, button: number): Escape => ({
  name,
  go: ({ field, act }) => {
    const { x, y } = middleOf(field);
    return act('mousemove', x, y, 'keydown', 'ctrl', 'click', '--repeat', 3, button, 'keyup', 'ctrl');
  },
});

async function clickOnField({ field, act }: Hand, button: number): Promise<void> {
  const { x, y } = middleOf(field);
  await act('mousemove', x, y, 'click', button);
}

/** By a mouse, and by what another program has left at the display. */
export const MOUSE_ESCAPES: readonly Escape[] = [
  { name: 'the right button on a field', go: (hand) => clickOnField(hand, RIGHT) },
  { name: 'the right button beside everything', go: ({ act }) => act('mousemove', 4, 4, 'click', RIGHT) },
  {
    name: 'a button that is held down for long',
    go({ field, act }) {
      const { x, y } = middleOf(field);
      return act('mousemove', x, y, 'mousedown', LEFT, 'sleep', 2, 'mouseup', LEFT);
    },
  },
  wheel('the wheel with Ctrl, up', WHEEL_UP),
  wheel('the wheel with Ctrl, down', WHEEL_DOWN),
  {
    name: 'what is typed, dragged out of its field',
    async go(hand) {
      await hand.act('type', 'typed');
      await hand.keys('ctrl+a');
      const { left, top, height } = hand.field;
      const from = { x: left + 16, y: top + Math.round(height / 2) };
      await hand.drag(from, { x: from.x + 40, y: top - 60 });
      await clickOnField(hand, LEFT);
      await hand.keys('ctrl+a', 'BackSpace');
    },
  },
  {
    name: 'what another program has copied',
    async go(hand) {
      for (const place of ['primary', 'clipboard'] as const) await hand.leave(place, 'left here');
      await clickOnField(hand, MIDDLE);
      await hand.keys('ctrl+v', 'shift+Insert', 'ctrl+shift+v');
    },
  },
];
