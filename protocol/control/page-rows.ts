/** Rows of a page of a list of cases, if nobody asks for another number. */
export const PAGE_ROWS = 50;
