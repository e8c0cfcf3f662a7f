import type { ErrorRequestHandler } from 'express';
import type { Log } from '#app/infrastructure/log/log.ts';

/** Answers what failed before any page could, an address that cannot be decoded for instance, without a word about the inside. */
export function lastResort(log: Log): ErrorRequestHandler {
  return function answerFault(error: unknown, _request, response, next) {
    if (response.headersSent) return next(error);
    const wanted = (error as { status?: unknown } | null)?.status;
    const status = typeof wanted === 'number' && wanted >= 400 && wanted < 500 ? wanted : 500;
    if (status === 500) log.error('request.failed', { errorName: error instanceof Error ? error.name : typeof error });
    response.status(status).set('Cache-Control', 'no-store').type('text/plain');
    response.send(status === 500 ? 'Das hat nicht geklappt. That did not work.\n' : 'Diese Adresse ist nicht lesbar. This address cannot be read.\n');
  };
}
