import { plural, t } from '@lingui/core/macro';
import type { OrderName, OrderOnStick } from '../../../shared/contract/suspension/suspension-acts.ts';
import { unreachable } from '../../../shared/result.ts';
import { minuteInWords } from '../dates.ts';
import { listInWords } from '../list.ts';
import { openInWords } from './suspension.ts';

type Ready = Extract<OrderOnStick, { kind: 'ready' }>;

/** What carrying out an order does, before anybody does, in sentences. `now`: epoch milliseconds. */
export function orderInWords(
  { order, passedOver, more }: Ready,
  timeZone: string,
  now: number,
): readonly string[] {
  const passed = listInWords(passedOver.map(String));
  const passedCount = passedOver.length;
  const expires = minuteInWords(order.expires, timeZone);
  return [
    ...whatItDoes(order, timeZone, now),
    t({
      message: `It can be carried out until ${expires}.`,
      comment: 'About an order, a signed file. {expires} is a time.',
    }),
    ...(passed === ''
      ? []
      : [
          t({
            message: plural(passedCount, {
              one: `Order ${passed} expired before this kiosk received it, so it’s skipped.`,
              other: `Orders ${passed} expired before this kiosk received them, so they’re skipped.`,
            }),
            comment: '{passed} is a list of the numbers of orders, like “3 and 4”.',
          }),
        ]),
    ...(more === 0
      ? []
      : [
          t({
            message: plural(more, {
              one: '# more order on the drive has to be carried out after this one.',
              other: '# more orders on the drive have to be carried out after this one.',
            }),
            comment: 'About orders, signed files. # counts them.',
          }),
        ]),
  ];
}

function whatItDoes({ content, takesEffect }: OrderName, timeZone: string, now: number): readonly string[] {
  const when = takesEffect === null || takesEffect <= now ? null : minuteInWords(takesEffect, timeZone);
  switch (content.act) {
    case 'suspend':
      return [
        when === null
          ? t`It suspends new applications at once, until the next order.`
          : t({
              message: `It suspends new applications on ${when}, until the next order.`,
              comment: 'What an order does. {when} is a time.',
            }),
        openInWords(content.open),
      ];
    case 'resume':
      return [
        when === null
          ? t`It resumes new applications at once. What a supervisor suspended here stays suspended.`
          : t({
              message: `It resumes new applications on ${when}. What a supervisor suspended here stays suspended.`,
              comment: 'What an order does. {when} is a time.',
            }),
      ];
    default:
      return unreachable(content);
  }
}
