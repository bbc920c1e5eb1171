import type { Cases } from '../../node/cases/cases.ts';
import { exampleContent } from '../../protocol/convention/form.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../protocol/convention/verb-in.ts';

export type PrepareRequest = Parameters<Cases['prepare']>[1];

/** Valid content of a form, as its examples have it. */
export function contentOf(kind: string, verb: string): Readonly<Record<string, unknown>> {
  return exampleContent(fieldsOf(CARICOM, kind, verb) ?? [], 'en');
}

/** A request for mutual legal assistance that nothing stands against. */
export function aRequest(to: string, parts: Partial<PrepareRequest> = {}): PrepareRequest {
  return { kind: 'mla.general', to, content: contentOf('mla.general', 'REQUEST'), language: 'en', ...parts };
}

/** Something said in a case, with the content of its examples. */
export function aReply(reference: string, verb: string, parts: Partial<PrepareRequest> = {}): PrepareRequest {
  const word = verb.toUpperCase().replaceAll('-', '_');
  return { reference, verb, content: contentOf('mla.general', word), ...parts };
}
