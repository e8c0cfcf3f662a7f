import express from 'express';
import type { Router } from 'express';
import type { Log } from '#app/infrastructure/log/log.ts';

/** Browsers tell here what the policy stopped. Only the directive is logged: addresses may hold tokens. */
export function cspReports(log: Log): Router {
  const router = express.Router();
  const types = ['application/csp-report', 'application/reports+json', 'application/json'];
  router.post('/csp-report', express.json({ type: types, limit: '8kb' }), (request, response) => {
    const report = (request.body as { 'csp-report'?: { 'effective-directive'?: unknown } })['csp-report'];
    const directive = String(report?.['effective-directive'] ?? 'unknown').replace(/[^a-z-]/g, '').slice(0, 40);
    log.warn('csp.report', { code: directive });
    response.status(204).end();
  });
  return router;
}
