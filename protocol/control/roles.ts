/** What an admitted officer may be at a node. An officer holds one or several. */
export const ROLES = ['officer', 'approver', 'duty', 'head_of_desk', 'auditor', 'operator'] as const;

export type Role = (typeof ROLES)[number];

/**
 * Roles that see and act in the cases of their desks; each of them is certified by the desk's authority key.
 */
export const CASE_ROLES = ['officer', 'approver', 'duty', 'head_of_desk'] as const satisfies readonly Role[];

/** Whether someone with these roles may act in cases, and so is given a certificate. */
export function actsInCases(roles: readonly Role[]): boolean {
  return roles.some((role) => CASE_ROLES.some((acting) => acting === role));
}
