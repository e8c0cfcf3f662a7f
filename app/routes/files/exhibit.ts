import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/http/download.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { refused } from '#app/http/respond.ts';

/** An exhibit of a case. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, context);
  const opened = await context.services.cases.downloadExhibit(session.actor, session.keys, params.fall ?? '', params.beweis ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  return download(opened.value);
}
