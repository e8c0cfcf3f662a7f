import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileSchemas } from '#app/features/checklists/catalogue/file-schemas.ts';
import { pathsFor } from '#app/http/paths.ts';
import { refused } from '#app/http/respond.ts';

export const handle = { audience: 'public' };

/** The published JSON Schemas: of an exported run, and of the files that checklists are written in. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const name = params['datei'] ?? '';
  const schemas = fileSchemas();
  if (!Object.hasOwn(schemas, name)) throw refused({ code: 'not_found' });
  const $id = new URL(pathsFor('de').files.schema(name), context.site.baseUrl).href;
  return new Response(`${JSON.stringify({ $id, ...schemas[name] }, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
