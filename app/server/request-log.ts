import type { RequestHandler } from 'express';
import type { Log } from '#app/infrastructure/log/log.ts';

/** One line per request. Addresses may hold tokens, so only the first two segments are logged. */
export function requestLog(log: Log, newRequestId: () => string): RequestHandler {
  return function logRequest(request, response, next) {
    const requestId = newRequestId();
    const begun = process.hrtime.bigint();
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.on('finish', () => {
      const ms = Number((process.hrtime.bigint() - begun) / 1_000_000n);
      log.info('request', { requestId, method: request.method, route: shorten(request.path), status: response.statusCode, ms });
    });
    next();
  };
}

function shorten(address: string): string {
  return `/${address.split('/').filter(Boolean).slice(0, 2).map((part) => (part.length > 20 ? '…' : part)).join('/')}`;
}
