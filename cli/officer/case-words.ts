import type { CaseView } from '../../protocol/control/types.ts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { fieldsOf, kindOf } from '../../protocol/convention/verb-in.ts';
import { type Line, type Piece, toned } from '../view/block.ts';
import { contentText } from '../view/content-text.ts';

/** Words of the instrument for what a case holds as codes. A code that it does not know stays as it is. */
type Content = Readonly<Record<string, unknown>>;

/** Id of the one part of a case whose opening lists none. */
const WHOLE = 'whole';

/** `m1: records, in the original or as certified copies: granted`, with its other particulars. */
export function partLine(view: CaseView, part: Content): Line {
  const { id, code, state, ...rest } = part;
  return [
    toned('strong', id === WHOLE ? 'the request as a whole' : text(id)),
    code === undefined ? '' : `: ${partTitle(view.kind, text(code))}`,
    ` – ${text(state)}`,
    ...dim(rest),
  ];
}

/** The phase of its kind that a case is in, behind its status: `, preserved`. */
export function phaseWords({ kind, phase }: Pick<CaseView, 'kind' | 'phase'>): readonly Piece[] {
  if (phase === undefined) return [];
  const overlay = kindOf(CARICOM, kind)?.overlay ?? '';
  const phases = CARICOM.overlays?.[overlay]?.phases ?? {};
  return [`, ${phases[phase]?.title.en ?? phase}`];
}

function partTitle(kind: string, code: string): string {
  const spec = kindOf(CARICOM, kind);
  const list = fieldsOf(CARICOM, kind, spec?.opensWith ?? '')?.find(
    (field) => field.name === (spec?.partsField ?? 'measures'),
  );
  return labelIn(
    list?.fields?.find((field) => field.name === 'code'),
    code,
  );
}

function labelIn(field: FieldSpec | undefined, code: string): string {
  return field?.choices?.find((choice) => choice.code === code)?.label.en ?? code;
}

/** An open question: what it is, by whom, and who has to say something. */
export function dialogLine({ partner, side }: CaseView, dialog: Content): Line {
  const { dialog: name, waitsFor, openedBy: _, opener: __, openedAt: ___, ...rest } = dialog;
  const who = waitsFor === side ? toned('warn', 'us') : partner;
  return [titleIn(CARICOM.dialogs, text(name)), ', waits for ', who, ...dim(rest)];
}

/** A condition or restriction that binds a side. */
export function caveatLine({ partner, side }: CaseView, caveat: Content): Line {
  const { caveat: name, paragraph, binds, imposer: _, imposedBy: __, ...rest } = caveat;
  const title = titleIn(CARICOM.caveats, text(name));
  return [
    toned('strong', title),
    ` (${text(paragraph)}), binds ${binds === side ? 'us' : partner}`,
    ...dim(rest),
  ];
}

/** What both sides agreed on, and the item that agreed to it. */
export function agreementLine({ kind }: CaseView, { subject, agreedBy, terms }: Content): Line {
  const title = labelIn(
    fieldsOf(CARICOM, kind, 'AGREE')?.find(({ name }) => name === 'subject'),
    text(subject),
  );
  const { subject: _, text_given: __, ...rest } = terms as Content;
  return [toned('strong', title), `, by item ${text(agreedBy).slice(0, 12)}`, ...dim(rest)];
}

function dim(rest: Content): readonly Piece[] {
  const said = contentText(rest);
  return said === '' ? [] : [toned('dim', `; ${said}`)];
}

function titleIn(
  table: Readonly<Record<string, { readonly title: { readonly en: string } }>>,
  name: string,
): string {
  return Object.hasOwn(table, name) ? (table[name]?.title.en ?? name) : name;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
