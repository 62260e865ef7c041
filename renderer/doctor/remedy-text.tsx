import { Fragment, type ReactNode } from 'react';

/** A remedy of the doctor’s: what stands between backticks is typed as it is. */
export function RemedyText({ children }: { readonly children: string }): ReactNode {
  return children.split('`').map((part, place) => {
    const key = `${place} ${part}`;
    return place % 2 === 1 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>;
  });
}
