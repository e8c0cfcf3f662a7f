import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { may } from '#app/domain/access/may.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  if (session.actor.organisationType === 'provider') throw seeOther(pathsFor(locale).provider.vetting);
  if (!may(session.actor, 'provider.apply', 'own_organisation')) throw refused({ code: 'not_allowed' });
  return page({ title: textOf(locale, 'providers')('apply.title'), formToken: session.formToken });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  await readForm(request, context);
  const begun = await context.services.providers.applyAsProvider(session.actor);
  if (!begun.ok) throw refused(begun.refusal);
  return seeOther(pathsFor(localeOf(request)).provider.vetting);
}

/** A company says that it wants to help others. */
export default function ProviderApplication() {
  const { formToken } = useLoaderData<typeof loader>();
  const t = useText('providers');
  return (
    <Wrap flow>
      <Stack gap={5}>
        <PageHeader title={t('apply.title')} lead={t('apply.lead')} />
        <p className="measure">{t('apply.steps')}</p>
        <form method="post">
          <input type="hidden" name="formToken" value={formToken} />
          <Button arrow>{t('apply.button')}</Button>
        </form>
      </Stack>
    </Wrap>
  );
}
