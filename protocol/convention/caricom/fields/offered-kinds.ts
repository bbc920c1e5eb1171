import type { FieldSpec } from '../../field-spec.ts';
import { field } from './field.ts';

/** EPROD-8: other forms of cooperation, as kinds of request that the other side can open at once. */
export const offeredKinds = (paragraph: string): FieldSpec =>
  field('offered_kinds', 'list', paragraph, {
    of: 'code',
    countMax: 20,
    en: ['Kinds offered', 'Kinds of request that you could answer instead, such as data.preserve.'],
    fr: ['Types offerts', 'Les types de demande auxquels vous pourriez répondre, comme data.preserve.'],
    example: 'data.preserve',
  });
