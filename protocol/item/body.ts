import { defineCodec } from '../codec.ts';
import { admitExtensions, type Extension, extensionsIn, extensionsOut } from '../extension.ts';
import { fieldsIn, fieldsOut } from '../fields.ts';
import { SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { codeOut, present, textIn } from '../shape.ts';
import type { Fields } from '../value.ts';

/** What a person wrote, or what names a person. May be withheld from others, or erased. */
export interface Body {
  /** BCP 47. */
  readonly language: string;
  readonly content: Fields;
  readonly extensions: readonly Extension[];
}

/** @throws ComityError `malformed`, `too-large` or `critical-extension`. */
export const bodyCodec = defineCodec<Body, comity.Body.$Properties, comity.Body>({
  name: 'Body',
  message: comity.Body,
  bytesMax: SIZES.bodyBytesMax,
  fieldsMax: 65_536,
  admit: ({ extensions }) => {
    admitExtensions(extensions, 'body.extensions');
  },
  toWire: (body) => ({
    language: codeOut(body.language, 'body.language'),
    content: fieldsOut(body.content, 'body.content'),
    extensions: extensionsOut(body.extensions, 'body.extensions'),
  }),
  fromWire: (wire) => ({
    language: textIn(wire.language),
    content: fieldsIn(present(wire.content, 'body.content')),
    extensions: extensionsIn(wire.extensions),
  }),
});
