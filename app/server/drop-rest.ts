import type { RequestHandler } from 'express';

/** So much of a form that nobody has read is let pass; who sends more loses the line. */
const mostDropped = 8 * 1024 * 1024;

/**
 * A page may answer before it has read a form to its end: a redirect to the unlock does. What still comes is dropped; otherwise the
 * next request on the same line would wait behind it for ever.
 */
export function dropRest(): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => {
      if (request.complete) return;
      let dropped = 0;
      // Whoever read the form has stopped reading.
      request.removeAllListeners('data');
      request.on('data', (chunk: Buffer) => {
        dropped += chunk.length;
        if (dropped > mostDropped) request.destroy();
      });
      request.resume();
    });
    next();
  };
}
