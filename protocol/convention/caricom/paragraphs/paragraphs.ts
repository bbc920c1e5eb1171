import type { ParagraphSpec } from '../../instrument.ts';

export const PARAGRAPHS: Readonly<Record<string, ParagraphSpec>> = {};
