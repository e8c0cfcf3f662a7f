import express from 'express';
import type { Router } from 'express';
import type { Clock } from '#app/features/ports.ts';

type Options = { readonly baseUrl: string; readonly telephone: string; readonly clock: Clock };

const validDays = 180;

/** Whom to tell about a weakness (RFC 9116). */
export function securityTxt({ baseUrl, telephone, clock }: Options): Router {
  const router = express.Router();
  router.get('/.well-known/security.txt', (_request, response) => {
    const expires = new Date(clock.now().getTime() + validDays * 86_400_000).toISOString();
    const lines = [`Contact: tel:${telephone}`, `Expires: ${expires}`, 'Preferred-Languages: de, en', `Canonical: ${baseUrl}/.well-known/security.txt`, `Policy: ${baseUrl}/sicherheit`];
    response.type('text/plain').set('Cache-Control', 'public, max-age=3600').send(`${lines.join('\n')}\n`);
  });
  return router;
}
