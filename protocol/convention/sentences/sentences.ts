import { CONTENT_SENTENCES } from './content-sentences.ts';
import { FORM_SENTENCES } from './form-sentences.ts';
import { PARTNER_SENTENCES } from './partner-sentences.ts';

/** Every sentence of the convention's checks, by its code. */
export const SENTENCES = { ...CONTENT_SENTENCES, ...FORM_SENTENCES, ...PARTNER_SENTENCES } as const;

export type SentenceCode = keyof typeof SENTENCES;
