import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { GetLoadContextFunction } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import { createAppContext } from '#app/http/app-context.ts';
import type { Services } from '#app/http/services.ts';
import { originCheck } from '#app/http/origin-check.ts';
import { contactOf } from '#app/content/region/region.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { nonce, permissionsPolicy, securityHeaders } from '#app/http/security-headers.ts';
import type { Clock } from '#app/features/ports.ts';
import type { Log } from '#app/infrastructure/log/log.ts';
import { createAreaBuilds } from './area-builds.ts';
import type { Config } from './config.ts';
import { cspReports } from './csp-reports.ts';
import { dropRest } from './drop-rest.ts';
import { health } from './health.ts';
import type { HealthProbe } from './health.ts';
import { lastResort } from './last-resort.ts';
import { requestLog } from './request-log.ts';
import { securityTxt } from './security-txt.ts';

/** Draws the pages; each area of the site with a handler of its own. */
function pages(build: ServerBuild, getLoadContext: GetLoadContextFunction): RequestHandler {
  const buildFor = createAreaBuilds(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  return (request, response, next) => {
    const ofArea = buildFor(request.path);
    const handler = handlers.get(ofArea) ?? createRequestHandler({ build: ofArea, mode: 'production', getLoadContext });
    handlers.set(ofArea, handler);
    return handler(request, response, next);
  };
}

type Parts = {
  readonly config: Config;
  readonly services: Services;
  readonly log: Log;
  readonly build: ServerBuild;
  readonly health: HealthProbe;
  readonly newRequestId: () => string;
  readonly clock: Clock;
};

/** The HTTP application, ready to listen. Starts nothing by itself. */
export function createApp({ config, services, log, build, health: probe, newRequestId, clock }: Parts): Express {
  const https = config.baseUrl.startsWith('https://');
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');

  app.use(nonce(), securityHeaders({ https }), permissionsPolicy());
  app.use(requestLog(log, newRequestId));
  app.use(health(probe));
  const hotline = contactOf(suedwestsachsen, suedwestsachsen.hotline).phone;
  if (hotline) app.use(securityTxt({ baseUrl: config.baseUrl, telephone: hotline.dialled, clock }));
  app.use(dropRest());
  app.use(compression());
  const clientFolder = path.resolve(build.assetsBuildDirectory);
  app.use('/assets', express.static(path.join(clientFolder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(clientFolder, { maxAge: '1h', index: false }));
  app.use(cspReports(log));
  app.use(originCheck({ baseUrl: config.baseUrl, onRefused: ({ method }) => log.warn('request.foreign_origin', { method }) }));

  app.all('*', pages(build, (request, response) => contextFor(request, response)));
  app.use(lastResort(log));
  return app;

  function contextFor(request: Request, response: Response) {
    const context = createAppContext({
      services,
      site: { baseUrl: config.baseUrl, isDemo: config.mode === 'demo', secureCookies: https },
      log,
      nonce: response.locals.nonce as string,
      requestId: response.locals.requestId as string,
      originProven: response.locals.originProven === true,
      cookieHeader: request.headers.cookie,
      clientAddress: request.ip ?? 'unknown',
      userAgent: request.get('user-agent') ?? '',
    });
    response.on('close', () => void context.dispose());
    return context;
  }
}
