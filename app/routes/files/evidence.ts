import type { LoaderFunctionArgs } from '@remix-run/node';
import { download } from '#app/http/download.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { refused } from '#app/http/respond.ts';

/** A file that proves an answer of a checklist. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, context);
  const opened = await context.services.checklists.downloadEvidence(session.actor, session.keys, { assessmentId: params['id'] ?? '', evidenceId: params['beleg'] ?? '' });
  if (!opened.ok) throw refused(opened.refusal);
  return download(opened.value);
}
