import { ROUTES, type RouteName } from './routes.ts';

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** Path and query of a request. Each parameter is one segment, slashes of a case reference included. */
export function requestUrl(name: RouteName, params: Values = {}, query: Values = {}): string {
  const path = ROUTES[name].path.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key]).toWellFormed()),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) search.set(key, String(value));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
