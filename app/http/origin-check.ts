import type { RequestHandler } from 'express';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses every changing request that another site could have caused, on every kind of route. A browser says where a
 * request comes from (Sec-Fetch-Site, Origin); one that says neither must show the form token of its session, which
 * `readForm` checks: `res.locals.originProven` tells which of the two holds.
 */
export function originCheck(options: { baseUrl: string; onRefused: (request: { method: string; path: string }) => void }): RequestHandler {
  const ownOrigin = new URL(options.baseUrl).origin;
  return function checkOrigin(request, response, next) {
    response.locals.originProven = false;
    if (safeMethods.has(request.method)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const siteIsOwn = site === 'same-origin';
    const originIsOwn = origin === ownOrigin;
    if (siteIsOwn && (origin === undefined || originIsOwn)) {
      response.locals.originProven = true;
      return next();
    }
    if (site === undefined && originIsOwn) {
      response.locals.originProven = true;
      return next();
    }
    if (site === undefined && origin === undefined) return next();
    options.onRefused({ method: request.method, path: request.path });
    response.status(403).type('text/plain').send('Diese Anfrage kam von einer anderen Seite. This request came from another site.\n');
  };
}
