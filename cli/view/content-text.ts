/** Content whose shape is data of an instrument, in one line: `id m1, status granted`. */
export function contentText(content: unknown): string {
  if (Array.isArray(content)) return content.map(contentText).join('; ');
  if (typeof content === 'object' && content !== null) {
    return Object.entries(content)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => `${spoken(name)} ${contentText(value)}`)
      .join(', ');
  }
  if (typeof content === 'boolean') return content ? 'yes' : 'no';
  return String(content);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** `proceeding_nature` and `proceedingNature` as words. */
function spoken(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
