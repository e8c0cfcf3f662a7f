import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/http/download.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { refused } from '#app/http/respond.ts';

/** A document of an application, for the provider that handed it in and for those who review it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, context);
  const opened = await context.services.providers.readVettingDocument(session.actor, params.dienstleister ?? '', params.nachweis ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  return download(opened.value);
}
