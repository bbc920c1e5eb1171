import type { Text } from '../field-spec.ts';
import { words } from './fields/field.ts';

/**
 * Why a request may be turned away before it is looked at (MLA-18, 19, ICO-1; D-06). All of them can be
 * cured.
 */
export const INTAKE_REASONS: Readonly<Record<string, Text>> = {
  security_level: words('a security requirement is not met', 'une exigence de sécurité n’est pas remplie'),
  authenticity: words('authenticity cannot be established', 'l’authenticité ne peut être établie'),
  channel: words('the diplomatic channel is required', 'la voie diplomatique est exigée'),
  not_party: words(
    'the convention is not in force between us',
    'la convention n’est pas en vigueur entre nous',
  ),
};
