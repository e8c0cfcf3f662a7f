import { randomBytes } from 'node:crypto';
import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Sets `res.locals.nonce`: 128 random bits, new for every response. */
export function nonce(): RequestHandler {
  return function setNonce(_request, response, next) {
    response.locals.nonce = randomBytes(16).toString('base64');
    next();
  };
}

/**
 * Headers of every response, static files included. The policy is enforced, not only reported. `same-origin` as
 * referrer: with `no-referrer` browsers send `Origin: null` and forms without JavaScript break.
 */
export function securityHeaders(options: { https: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [nonceSource, "'strict-dynamic'"],
        styleSrc: ["'self'", nonceSource],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        reportUri: ['/csp-report'],
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

function nonceSource(_request: unknown, response: unknown): string {
  return `'nonce-${(response as { locals: { nonce: string } }).locals.nonce}'`;
}

/** Nothing of the device is needed. */
export function permissionsPolicy(): RequestHandler {
  const none = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'interest-cohort', 'browsing-topics'];
  const value = none.map((feature) => `${feature}=()`).join(', ');
  return function setPermissionsPolicy(_request, response, next) {
    response.setHeader('Permissions-Policy', value);
    next();
  };
}
