import { defineCodec } from '../codec.ts';
import { admitExtensions, type Extension, extensionsIn, extensionsOut } from '../extension.ts';
import { codesOut, fieldsIn } from '../fields.ts';
import { COUNTS, SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import {
  codeOut,
  demand,
  hexIn,
  ifGiven,
  listOut,
  optionalCodeOut,
  optionalDigestOut,
  present,
  textIn,
} from '../shape.ts';
import type { Fields, Hex } from '../value.ts';
import { type Quote, quoteIn, quoteOut } from './quote.ts';

/** What the officer decided, as codes. The fold reads headers and acts, nothing else. */
export interface Act {
  readonly kind: string;
  readonly verb: string;
  /** Paragraphs relied on, no one twice. */
  readonly paragraphs: readonly string[];
  /** In the opening act, and where a regime is agreed. */
  readonly regime?: Regime;
  readonly exercise: boolean;
  /** Digest of the case that the officer was shown; absent in an opening act. */
  readonly basis?: Hex;
  readonly content: Fields;
  readonly quotes: readonly Quote[];
  readonly extensions: readonly Extension[];
}

/** Which rule-book governs the case. */
export interface Regime {
  readonly legalBasis: readonly LegalBasis[];
  readonly procedure: string;
  readonly rulePack?: string;
  readonly catalogueVersion?: string;
  readonly conventionVersion?: string;
}

export interface LegalBasis {
  readonly basis: string;
  readonly reference?: string;
}

/** @throws ComityError `malformed`, `too-large` or `critical-extension`. */
export const actCodec = defineCodec<Act, comity.Act.$Properties, comity.Act>({
  name: 'Act',
  message: comity.Act,
  bytesMax: SIZES.actBytesMax,
  admit: ({ extensions }) => {
    admitExtensions(extensions, 'act.extensions');
  },
  toWire: (act) => {
    demand(new Set(act.paragraphs).size === act.paragraphs.length, 'act.paragraphs', 'names one twice');
    return {
      kind: codeOut(act.kind, 'act.kind'),
      verb: codeOut(act.verb, 'act.verb'),
      paragraphs: listOut(act.paragraphs, COUNTS.paragraphs, 'act.paragraphs', codeOut),
      ...(act.regime && { regime: regimeOut(act.regime) }),
      exercise: act.exercise,
      basis: optionalDigestOut(act.basis, 'act.basis'),
      content: codesOut(act.content, 'act.content'),
      quotes: listOut(act.quotes, COUNTS.quotes, 'act.quotes', quoteOut),
      extensions: extensionsOut(act.extensions, 'act.extensions'),
    };
  },
  fromWire: (wire) => ({
    kind: textIn(wire.kind),
    verb: textIn(wire.verb),
    paragraphs: wire.paragraphs,
    ...ifGiven('regime', wire.regime, regimeIn),
    exercise: wire.exercise,
    ...ifGiven('basis', wire.basis, hexIn),
    content: fieldsIn(present(wire.content, 'act.content')),
    quotes: wire.quotes.map(quoteIn),
    extensions: extensionsIn(wire.extensions),
  }),
});

function regimeOut(regime: Regime): comity.Regime.$Properties {
  return {
    legalBasis: listOut(regime.legalBasis, COUNTS.legalBases, 'act.regime', (entry, where) => ({
      basis: codeOut(entry.basis, where),
      reference: optionalCodeOut(entry.reference, where),
    })),
    procedure: codeOut(regime.procedure, 'act.regime.procedure'),
    rulePack: optionalCodeOut(regime.rulePack, 'act.regime.rulePack'),
    catalogueVersion: optionalCodeOut(regime.catalogueVersion, 'act.regime.catalogueVersion'),
    conventionVersion: optionalCodeOut(regime.conventionVersion, 'act.regime.conventionVersion'),
  };
}

function regimeIn(wire: comity.Regime.$Properties): Regime {
  return {
    legalBasis: (wire.legalBasis ?? []).map((entry) => ({
      basis: textIn(entry.basis),
      ...ifGiven('reference', entry.reference, textIn),
    })),
    procedure: textIn(wire.procedure),
    ...ifGiven('rulePack', wire.rulePack, textIn),
    ...ifGiven('catalogueVersion', wire.catalogueVersion, textIn),
    ...ifGiven('conventionVersion', wire.conventionVersion, textIn),
  };
}
