import { i18n } from '@lingui/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTimeZone } from '../core-client/core.tsx';

const MINUTE = 60_000;

/** The time at the counter, to the minute. */
export function Clock(): ReactNode {
  const timeZone = useTimeZone();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setTimeout(() => setNow(Date.now()), MINUTE - (now % MINUTE));
    return () => window.clearTimeout(timer);
  }, [now]);
  const told = new Intl.DateTimeFormat(i18n.locale, { timeStyle: 'short', timeZone }).format(now);
  return <time data-clock>{told}</time>;
}
