import type { ReactNode } from 'react';
import { type PrinterTrouble, printerTroubles } from '../../shared/printing/trouble.ts';
import styles from './printer-drawing.module.css';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where each trouble is, in the drawing's own units: the sign is put there. */
const PLACES: Readonly<Record<PrinterTrouble, Place>> = {
  'media-empty': { x: 40, y: 56 },
  'media-jam': { x: 134, y: 106 },
  'cover-open': { x: 84, y: 28 },
  'ribbon-empty': { x: 98, y: 78 },
  'tray-full': { x: 214, y: 84 },
  offline: { x: 30, y: 124 },
  paused: { x: 104, y: 108 },
  rejecting: { x: 104, y: 108 },
  busy: { x: 104, y: 108 },
  stopped: { x: 104, y: 108 },
};

/** Where to look for a card, in the order in which one looks: the tray, inside, behind. */
const INSPECTION_PLACES: readonly Place[] = [
  { x: 214, y: 82 },
  { x: 140, y: 96 },
  { x: 38, y: 116 },
];

function Sign({ at, children, kind }: { at: Place; children: string; kind: 'trouble' | 'look' }): ReactNode {
  return (
    <g className={styles[kind]}>
      <circle cx={at.x} cy={at.y} r="11" />
      <text x={at.x} y={at.y + 5.5}>
        {children}
      </text>
    </g>
  );
}

/** The case from the side, its lid closed or open. */
function Case({ open }: { open: boolean }): ReactNode {
  return (
    <>
      <path d="M10 132H246" />
      <path d="M60 42V122a4 4 0 0 0 4 4H178a4 4 0 0 0 4-4V42" />
      <path d="M60 42V36a6 6 0 0 1 6-6H182V42Z" transform={open ? 'rotate(14 182 42)' : undefined} />
      <path d="M70 126v6M172 126v6" />
      <rect x="70" y="101" width="32" height="14" rx="2" />
    </>
  );
}

/** The feeder at the back, the way of the card as a perforation, the tray in front. */
function CardPath({ trouble }: { trouble: PrinterTrouble | null }): ReactNode {
  const cards = trouble === 'tray-full' ? [103, 98.5, 94, 89.5] : [103];
  return (
    <>
      <path d="M60 72H24V102H60" />
      {trouble === 'media-empty' ? null : <path d="M30 97H54M30 92H54M30 87H54" />}
      <path className={styles.way} d="M62 84H182" />
      <path d="M182 108H236V98" />
      {cards.map((y) => (
        <path key={y} d={`M188 ${y}H228`} />
      ))}
      {trouble === 'media-jam' ? <path className={styles.ill} d="M92 82L114 90L124 76L146 88" /> : null}
    </>
  );
}

/** A full and an empty spool, the head between them, and the ribbon below it; used up, it hangs from one spool. */
function Ribbon({ empty }: { empty: boolean }): ReactNode {
  return (
    <>
      <rect className={styles.head} x="113" y="44" width="13" height="28" />
      <g className={empty ? styles.ill : undefined}>
        <circle cx="82" cy="60" r={empty ? 4 : 11} />
        <circle cx="160" cy="58" r={empty ? 11 : 6} />
        <circle cx="82" cy="60" r="1" />
        <circle cx="160" cy="58" r="1" />
        <path d={empty ? 'M154 67L146 76' : 'M84 71L112 77H127L157 63'} />
      </g>
    </>
  );
}

/** The cable at the back; drawn apart where nothing comes through it. */
function Cable({ broken }: { broken: boolean }): ReactNode {
  return broken ? <path className={styles.ill} d="M60 118H50M10 118H6" /> : <path d="M60 118H6" />;
}

/**
 * A card printer from the side, with a sign at one place of it: where the fault is, or the numbers of where to
 * look. For the eye only; the words beside it say the same.
 */
export function PrinterDrawing({ shows }: { shows: PrinterTrouble | 'where-to-look' | null }): ReactNode {
  const trouble = printerTroubles.find((each) => each === shows) ?? null;
  return (
    <svg
      className={styles.drawing}
      viewBox="0 0 256 140"
      aria-hidden="true"
      data-printer-drawing={shows ?? ''}
    >
      <Case open={trouble === 'cover-open'} />
      <CardPath trouble={trouble} />
      <Ribbon empty={trouble === 'ribbon-empty'} />
      <Cable broken={trouble === 'offline'} />
      {trouble === null ? null : (
        <Sign at={PLACES[trouble]} kind="trouble">
          {trouble === 'paused' ? '‖' : '!'}
        </Sign>
      )}
      {shows === 'where-to-look'
        ? INSPECTION_PLACES.map((at, index) => (
            <Sign key={at.x} at={at} kind="look">
              {`${index + 1}`}
            </Sign>
          ))
        : null}
    </svg>
  );
}
