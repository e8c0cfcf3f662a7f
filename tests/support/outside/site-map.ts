import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { routeRules } from '#app/domain/access/routes.ts';
import type { RouteRule } from '#app/domain/access/routes.ts';

/** A route of the built site, as somebody outside meets it. `pattern` starts with a slash and holds the parameters' names. */
export type SiteRoute = {
  readonly id: string;
  /** Below `app/routes`; both languages share it. */
  readonly file: string;
  readonly pattern: string;
  readonly locale: 'de' | 'en';
  readonly rule: RouteRule;
  /** Takes forms. */
  readonly takesPosts: boolean;
  /** A page with a frame, not a file. */
  readonly isPage: boolean;
};

/** Every route of the built manifest; fails for one that is not classified. */
export async function siteRoutes(): Promise<SiteRoute[]> {
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  return Object.values(build.routes)
    .filter((route) => route !== undefined)
    .filter((route) => route.id !== 'root')
    .map((route) => {
      const file = route.id === 'not-found' ? 'public/not-found.tsx' : route.id.replace(/^(de|en)\//, '');
      const rule = routeRules[file];
      if (!rule) throw new Error(`The route ${route.id} is not classified.`);
      const pattern = `/${route.path ?? ''}`;
      const locale = pattern === '/en' || pattern.startsWith('/en/') ? 'en' : 'de';
      return { id: route.id, file, pattern, locale, rule, takesPosts: route.module.action !== undefined, isPage: route.module.default !== undefined };
    });
}

/** The address with its parameters filled in; a parameter without a value is a fault of the test. */
export function addressOf(route: Pick<SiteRoute, 'pattern'>, values: Readonly<Record<string, string>>): string {
  if (route.pattern === '/*') return '/gibt-es-nicht';
  return route.pattern.replace(/:([a-zA-Zäöü]+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing to fill :${name} of ${route.pattern} with.`);
    return value;
  });
}
