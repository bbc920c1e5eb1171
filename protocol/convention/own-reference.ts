/** The field of a form that holds the office's own file number: lists find a case by it (MLA-15, MLA-20b). */
export const OWN_REFERENCE = 'own_reference';
