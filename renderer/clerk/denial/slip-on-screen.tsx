import type { ReactNode } from 'react';
import type { SlipPaper } from '../../../shared/contract/paper.ts';
import styles from './slip-on-screen.module.css';

/** The quiet zone of a QR code, in modules. */
const QUIET = 4;

/** A slip as it is on paper, in the applicant's language; its code is large enough for a telephone. */
export function SlipOnScreen(props: {
  slip: SlipPaper;
  language: string;
  modules: readonly (readonly boolean[])[] | null;
}): ReactNode {
  const { slip, language, modules } = props;
  const { code } = slip;
  // As on paper: on a slip that begins at the right a line that begins in Latin letters does too.
  const own = slip.direction === 'rtl' ? undefined : 'auto';
  return (
    <article className={styles.slip} lang={language} dir={slip.direction} data-slip={language}>
      <div className={styles.words}>
        <h2 className={styles.heading} dir={own}>
          {slip.heading}
        </h2>
        {slip.lines.map((line) => (
          <p key={line} dir={own}>
            {line}
          </p>
        ))}
        {slip.sections.map(({ label, lines, isList }) => (
          <section key={label}>
            <h3 className={styles.label} dir={own}>
              {label}
            </h3>
            {isList ? (
              <ul>
                {lines.map((line) => (
                  <li key={line} dir={own}>
                    {line}
                  </li>
                ))}
              </ul>
            ) : (
              lines.map((line) => (
                <p key={line} dir={own}>
                  {line}
                </p>
              ))
            )}
          </section>
        ))}
      </div>
      {code === null ? null : (
        <div className={styles.code}>
          <h3 className={styles.label} dir={own}>
            {code.label}
          </h3>
          {modules === null ? null : <Code label={code.label} modules={modules} />}
        </div>
      )}
      {/* Below both: beside the picture it would be many lines, and the last ones out of sight. */}
      {code === null ? null : (
        <div className={styles.typed}>
          <p className={styles.characters} dir="ltr" data-appeal-code>
            {code.text}
          </p>
          <p className={styles.small} dir={own}>
            {code.says}
          </p>
        </div>
      )}
    </article>
  );
}

/** Black on white in every theme: a telephone reads nothing else. */
function Code(props: { label: string; modules: readonly (readonly boolean[])[] }): ReactNode {
  const { label, modules } = props;
  const size = modules.length + 2 * QUIET;
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className={styles.modules}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
