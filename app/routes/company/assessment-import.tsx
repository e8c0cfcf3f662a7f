import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getMessages } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { RunFile } from '#app/domain/checklist/run-file.ts';
import type { Refusal } from '#app/domain/result.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import { longestPacked, packRunFile, unpackRunFile } from '#app/features/checklists/exchange/carried-file.server.ts';
import { readTake, targetOf } from '#app/features/checklists/exchange/form.ts';
import { PreviewPage, UploadPage } from '#app/features/checklists/exchange/import-page.tsx';
import type { Remark } from '#app/features/checklists/exchange/import-page.tsx';
import { importView } from '#app/features/checklists/exchange/import-view.ts';
import type { Locale } from '#app/features/ports.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { isUpload, readUpload } from '#app/http/file-upload.ts';
import type { UploadRoom } from '#app/http/file-upload.ts';
import { readForm } from '#app/http/forms.ts';
import { isLost, requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';

// Two steps of one form: the browser's own way is the right one.
export const handle = { audience: 'company', flow: true, scripts: false };

/** One file; a body that is longer is cut off, and the file refused as too long. */
const room: UploadRoom = { files: 1, fields: 4, bodyBytes: 2 * 1024 * 1024 };
/** A preview carries what was read from the file. */
const longestTake = longestPacked + 16 * 1024;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { company } = pathsFor(locale);
  const frame = { formToken, formKey: context.services.checklists.newFormKey(), links: { back: company.assessments, self: company.assessmentImport } };
  return page({ title: textOf(locale, 'exchange')('import.title'), frame, isLost: isLost(request) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  if (isUpload(request)) return look(request, context, session, locale);
  const form = await readForm(request, context, { longest: longestTake });
  const take = readTake(form.values);
  const file = unpackRunFile(form.text('content'));
  if (take === null || file === null) return uploadAgain({ code: 'invalid_input' }, locale);
  const targetId = targetOf(take.target);
  if (take.intent === 'look') return preview(context, session, locale, file, targetId, null);
  // What was chosen is not what was shown: shown first, then taken.
  if (take.target !== take.seenTarget) return preview(context, session, locale, file, targetId, 'other_target');
  const { seenStamp, replace, idempotencyKey } = take;
  const taken = await context.services.checklists.takeImport(session.actor, session.keys, { file, targetId, seenStamp, replace, idempotencyKey });
  if (taken.ok) return seeOther(pathsFor(locale).company.assessment(taken.value.assessmentId));
  if (taken.refusal.code === 'conflict_of_versions') return preview(context, session, locale, file, targetId, 'changed');
  if (taken.refusal.code === 'wrong_state' && taken.refusal.detail === 'nothing_to_take') return preview(context, session, locale, file, targetId, 'nothing');
  throw refused(taken.refusal);
}

/** Reads the file while it comes in; nothing of it touches the disk. */
async function look(request: Request, context: AppContext, session: OpenSession, locale: Locale) {
  const { results } = await readUpload(request, context, room, (file) => context.services.checklists.readRunFile(file.content));
  const [first] = results;
  if (first === undefined) return uploadAgain({ code: 'file_refused', detail: 'missing' }, locale);
  if (!first.ok) return uploadAgain(first.refusal, locale);
  return preview(context, session, locale, first.value, undefined, null);
}

async function preview(context: AppContext, { actor, keys }: OpenSession, locale: Locale, file: RunFile, targetId: string | null | undefined, remark: Remark | null) {
  const content = packRunFile(file);
  if (content === null) return uploadAgain({ code: 'file_too_large' }, locale);
  const planned = await context.services.checklists.planImport(actor, keys, { file, targetId });
  if (planned.ok) return page({ view: importView(planned.value, content, locale), remark, error: null }, { status: remark === null ? 200 : 409 });
  if (planned.refusal.code === 'not_eligible') return uploadAgain(planned.refusal, locale);
  throw refused(planned.refusal);
}

function uploadAgain(refusal: Refusal, locale: Locale) {
  const { whole } = getMessages(locale).exchange.import;
  const known = Object.entries(whole).find(([key]) => key === (refusal.code === 'file_too_large' ? 'too_large' : refusal.detail));
  return page({ view: null, remark: null, error: known?.[1] ?? whole.broken }, { status: refusal.code === 'file_too_large' ? statusOf(refusal) : 422 });
}

export default function AssessmentImport() {
  const { frame, isLost } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return posted?.view ? <PreviewPage view={posted.view} frame={frame} remark={posted.remark} /> : <UploadPage frame={frame} error={posted?.error ?? null} isLost={isLost && !posted} />;
}
