import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { KeptFormPage } from '#app/features/accounts/kept-form-page.tsx';
import { brings, carriedForm, longestCarryingForm } from '#app/http/carried-form.ts';
import { readForm } from '#app/http/forms.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import { page, seeOther } from '#app/http/respond.ts';
import { safePath } from '#app/http/safe-redirect.ts';

export const handle = { audience: 'account' };

/** A form that waited behind a locked session, or came along through a new sign-in, ready to be sent as it was typed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, person, formToken } = await requireSignedIn(request, context);
  const locale = localeOf(request);
  const home = homePath(pathsFor(locale), actor.organisationType);
  const waiting = await context.services.accounts.readKeptPost(context.cookie);
  if (!waiting.ok && !brings(request)) throw seeOther(home);
  return page({ title: textOf(locale, 'accounts')('unlock.keptTitle'), waiting: waiting.ok ? waiting.value : null, home, name: person.name, formToken });
}

/** One that waited stops waiting and goes on to where it was meant for, with everything in it: 307 keeps method and body. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request, context);
  const form = await readForm(request, context, { longest: longestCarryingForm });
  const home = homePath(pathsFor(localeOf(request)), actor.organisationType);
  const carried = brings(request) ? carriedForm(request, form) : null;
  if (carried) return page({ carried, isOwn: context.services.accounts.isFormOf(actor, carried.formToken) });
  const taken = await context.services.accounts.takeKeptPost(context.cookie, form.text('keptForm'));
  return taken.ok ? redirect(safePath(taken.value.path, home), 307) : seeOther(home);
}

export default function KeptForm() {
  const { waiting, home, name, formToken } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return <KeptFormPage waiting={waiting} came={acted ?? null} home={home} name={name} formToken={formToken} />;
}
