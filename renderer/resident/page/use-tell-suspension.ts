import { useEffect } from 'react';
import { isInForce, type SuspensionStatus } from '../../../shared/contract/suspension/suspension-status.ts';
import { saidIn } from '../../../shared/programme/localized.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { announceBehind } from '../../parts/announcer.tsx';
import { betweenSentences } from '../../wording/between-sentences.ts';

type ToldSuspension = Pick<SuspensionStatus, 'since' | 'notice'>;

/** Each notice once that is in force, in this language; null: nobody is turned away. */
export function suspensionAloud(
  suspensions: readonly ToldSuspension[],
  language: ResidentLanguage,
): string | null {
  const said = suspensions.filter(isInForce).map(({ notice }) => saidIn(notice, language).words.trim());
  return said.length === 0 ? null : [...new Set(said)].join(betweenSentences());
}

/**
 * Has it said why nobody new begins, behind the heading of a screen, and whenever that comes up. Not left to where it stands: above the heading
 * whoever listens reads on past it, and a region that comes up together with its words is not surely heard. A button that went
 * with it has taken the focus along: the heading gets it.
 */
export function useTellSuspension(aloud: string | null): void {
  useEffect(() => {
    if (aloud === null) return;
    if (document.activeElement === document.body) document.getElementById('heading')?.focus();
    announceBehind(aloud);
  }, [aloud]);
}
