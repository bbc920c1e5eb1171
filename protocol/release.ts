/**
 * Of this software. A test holds it against package.json: reading that at each start would cost time and two
 * paths.
 */
export const RELEASE = '0.1.0';
