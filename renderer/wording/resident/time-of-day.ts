import { i18n } from '@lingui/core';
import { formattingLocale } from '../../../shared/residents/formatting-locale.ts';

const HOURS_TO_23 = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;

/**
 * "2:03 PM", as it stands after "until" in a sentence, by the clock on the counter's wall. Spanish has its article with it, which
 * goes by the hour; French writes "14 h 03"; Hindi names the part of the day, since its short form of "PM" is Latin,
 * but for the hour after midnight, which would be "12:00 at night", a day too early. Arabic counts 24 hours: its short form is a single
 * letter, and its midnight "12:00 in the evening". Takes epoch milliseconds and the policy's time zone.
 */
export function timeOfDay(milliseconds: number, timeZone: string): string {
  const locale = formattingLocale(i18n.locale);
  switch (i18n.locale) {
    case 'es': {
      const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
      return `${partOf(format, milliseconds, 'hour') === '1' ? 'la' : 'las'} ${format.format(milliseconds)}`;
    }
    case 'fr': {
      const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
      const hour = Number(partOf(format, milliseconds, 'hour'));
      return `${hour}\u00a0h\u00a0${partOf(format, milliseconds, 'minute')}`;
    }
    case 'ar':
      return new Intl.DateTimeFormat(locale, { ...HOURS_TO_23, timeZone }).format(milliseconds);
    case 'hi': {
      const format = new Intl.DateTimeFormat(locale, { ...HOURS_TO_23, timeZone });
      if (Number(partOf(format, milliseconds, 'hour')) === 0) return format.format(milliseconds);
      const options = { hour: 'numeric', minute: '2-digit', dayPeriod: 'long', timeZone } as const;
      return new Intl.DateTimeFormat(locale, options).format(milliseconds);
    }
    default:
      return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(milliseconds);
  }
}

function partOf(format: Intl.DateTimeFormat, milliseconds: number, asked: 'hour' | 'minute'): string {
  const found = format.formatToParts(milliseconds).find(({ type }) => type === asked);
  if (found === undefined) throw new Error(`a time of day without its ${asked}`);
  return found.value;
}
