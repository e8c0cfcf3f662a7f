import express from 'express';
import type { Router } from 'express';

export type HealthProbe = {
  /** Resolves when a row can be written and read back. */
  readonly canServe: () => Promise<boolean>;
  /** False from the first signal to stop. */
  readonly isAccepting: () => boolean;
};

/** `/healthz`: the process lives. `/readyz`: it can take work now. */
export function health(probe: HealthProbe): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain').send('ok\n');
  });
  router.get('/readyz', (_request, response, next) => {
    void (async () => {
      const ready = probe.isAccepting() && (await probe.canServe());
      response.set('Cache-Control', 'no-store').status(ready ? 200 : 503).type('text/plain').send(ready ? 'ready\n' : 'not ready\n');
    })().catch(next);
  });
  return router;
}
