const KIBI = 2 ** 10;
const MEBI = 2 ** 20;

/** How large a file is, in the unit in which that says something: `512 bytes`, `3.5 KiB`, `17.2 MiB`. */
export function size(bytes: number): string {
  if (bytes < KIBI) return `${bytes} bytes`;
  if (bytes < MEBI) return `${(bytes / KIBI).toFixed(1)} KiB`;
  return `${(bytes / MEBI).toFixed(1)} MiB`;
}
