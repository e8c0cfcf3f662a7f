import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { QuickQuestions, QuickResult } from '#app/features/checklists/quick-check/quick-check-page.tsx';
import { Glossary } from '#app/features/checklists/catalogue/explained.tsx';
import { readQuickForm } from '#app/features/checklists/quick-check/quick-form.ts';
import { answeredQuestionsView, quickQuestionsView, quickResultView, textsOfQuestions, textsOfResult } from '#app/features/checklists/quick-check/quick-view.ts';
import type { QuickQuestionsView } from '#app/features/checklists/quick-check/quick-view.ts';
import { readForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { quickCookie } from '#app/http/quick-check-cookie.ts';
import { page, publicPage, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'public' };

export function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const { explainedTerms, quickCheck } = context.services.checklists;
  const { version } = quickCheck.published();
  const questions = quickQuestionsView(version, locale);
  return publicPage({
    title: version.title[locale],
    questions,
    terms: explainedTerms(locale, textsOfQuestions(questions)),
    links: { all: paths.checklists.start, pdf: paths.files.quickCheckPdf },
  });
}

/** The result at once, the answers again for changing, or the cookie that takes them into an account. */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const { explainedTerms, quickCheck } = context.services.checklists;
  const asked = (questions: QuickQuestionsView) => ({ questions, result: null, terms: explainedTerms(locale, textsOfQuestions(questions)) });
  const form = await readForm(request, context);
  const carried = quickCheck.judgeCode(form.text('code'));
  if (carried && form.text('intent') === 'change') return page(asked(answeredQuestionsView(carried, locale)));
  if (carried && form.text('intent') === 'keep') {
    const session = await context.session();
    const next = session.kind === 'open' ? paths.company.assessments : paths.accounts.register;
    return seeOther(next, { headers: { 'Set-Cookie': quickCookie(carried.code, context.site) } });
  }
  const { version } = quickCheck.published();
  const posted = readQuickForm(form.values, version, quickCheck.today());
  if (posted.run === null) {
    return page(asked(quickQuestionsView(version, locale, { values: form.values, errors: posted.errors })), { status: 422 });
  }
  const result = quickResultView(quickCheck.judge(posted.run), locale);
  return page({ questions: null, result, terms: explainedTerms(locale, textsOfResult(result)) });
}

export default function QuickCheck() {
  const { questions, terms, links } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <Glossary terms={acted?.terms ?? terms}>
      {acted?.result ? <QuickResult view={acted.result} links={links} /> : <QuickQuestions view={acted?.questions ?? questions} all={links.all} />}
    </Glossary>
  );
}
