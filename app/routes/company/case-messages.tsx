import { useActionData, useLoaderData } from '@remix-run/react';
import { MessagesPage } from '#app/features/cases/part-pages.tsx';
import { caseLinksFor } from '#app/http/case-links.ts';
import { messagesAction, messagesLoader } from '#app/http/case-part-routes.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company' };

export const loader = messagesLoader('company');
export const action = messagesAction('company');

/** Messages between company and provider. */
export default function CaseMessagesPage() {
  const { locale, caseId, side, ...data } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <MessagesPage {...data} side={side} links={caseLinksFor(side, locale, caseId)} form={posted?.form ?? emptyForm()} />;
}
