import { createHash } from 'node:crypto';
import { nameInputs, type TextInputName, textsOf } from '../../shared/application/fields.ts';
import {
  askedName,
  type RecordSearchOrder,
  type RecordSearchReport,
} from '../../shared/contract/command/record-search.ts';
import { sealedAnswers, sealedCard } from '../../shared/contract/sealed-content.ts';
import { matchNames, type NameMatch, nameMatches } from '../../shared/record-search/match-names.ts';
import { checkAskedName, digestedText } from '../../shared/record-search/terms.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { openContent } from '../lib/sealing/sealed-content.ts';

interface HeldName {
  readonly input: TextInputName;
  readonly name: string;
}

/** Opens what an order names and compares. Where there is no application only the name is looked at. */
export function searchApplication({ name: asked, application }: RecordSearchOrder): RecordSearchReport {
  const opened = openContent(asked.key, asked.search, 'asked-name', asked.sealed, askedName);
  if (!opened.ok) return { kind: 'no-name' };
  const name = checkAskedName(opened.value.name);
  if (!name.ok) return { kind: 'no-name' };
  const digest = createHash('sha256').update(digestedText(opened.value.salt, name.value)).digest('hex');
  if (application === null) return { kind: 'searched', digest, found: [] };
  const held = namesIn(application);
  if (!held.ok) return { kind: 'unreadable' };
  return { kind: 'searched', digest, found: nearestOf(name.value, held.value) };
}

/**
 * Every name that the application holds: as it was typed last, and as it was printed last, which an edit may have left
 * behind. Of what the programme asks for now nothing is said here: a name that it once asked for is held all the same.
 */
function namesIn({
  id,
  key,
  answers,
  card,
}: NonNullable<RecordSearchOrder['application']>): Result<readonly HeldName[], null> {
  const typed = answers === null ? null : openContent(key, id, 'answers', answers, sealedAnswers);
  const printed = card === null ? null : openContent(key, id, 'card', card, sealedCard);
  if (typed?.ok === false || printed?.ok === false) return err(null);
  return ok([
    ...(typed === null ? [] : nameInputs.map((input) => ({ input, name: typed.value[input] }))),
    ...(printed === null
      ? []
      : textsOf(printed.value.card)
          .filter(({ field }) => nameInputs.includes(field))
          .map(({ field, text }) => ({ input: field, name: text }))),
  ]);
}

/** For each input that holds the name, the nearest match. */
function nearestOf(
  asked: string,
  held: readonly HeldName[],
): { readonly input: TextInputName; readonly match: NameMatch }[] {
  return nameInputs.flatMap((input) => {
    const matches = held.filter((each) => each.input === input).map(({ name }) => matchNames(asked, name));
    const match = nameMatches.find((each) => matches.includes(each));
    return match === undefined ? [] : [{ input, match }];
  });
}
