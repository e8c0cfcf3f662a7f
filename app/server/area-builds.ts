import type { ServerBuild } from '@remix-run/node';

/**
 * The same build with the routes of one area only, for each area of the site. The framework sorts and compares all routes of a
 * build several times for every request; with two languages that is a quarter of the time of a page.
 */
export function createAreaBuilds(build: ServerBuild): (path: string) => ServerBuild {
  const routes = Object.values(build.routes);
  const areas = new Set(routes.map((route) => areaOfPattern(route.path)).filter((area) => area !== null));
  const builds = new Map([...areas].map((area) => [area, onlyOf(build, area)]));
  return (path) => builds.get(areaOfPath(path)) ?? build;
}

/** Routes of the area and those that may match anywhere: the frame around all pages and the page for what does not exist. */
function onlyOf(build: ServerBuild, area: string): ServerBuild {
  const isMeant = ({ path }: { readonly path?: string | undefined }) => [null, area].includes(areaOfPattern(path));
  return { ...build, routes: keep(build.routes, isMeant), assets: { ...build.assets, routes: keep(build.assets.routes, isMeant) } };
}

function keep<T>(routes: Readonly<Record<string, T | undefined>>, isMeant: (route: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(routes).flatMap(([id, route]) => (route !== undefined && isMeant(route) ? [[id, route]] : [])));
}

/** Null: the pattern does not begin with a fixed segment, so it belongs to every area. */
function areaOfPattern(pattern: string | undefined): string | null {
  const area = areaOfPath(`/${pattern ?? ''}`);
  return area === '' || /[:*]/.test(area) ? null : area;
}

/** The first segment, in English with its language: `betrieb`, `en/betrieb`, `en`. The router does not tell capitals from small letters. */
function areaOfPath(path: string): string {
  const [first = '', second = ''] = path.slice(1).toLowerCase().split('/');
  return first === 'en' && second !== '' ? `en/${second}` : first;
}
