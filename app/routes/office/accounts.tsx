import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLocale } from '#app/content/use-text.tsx';
import { pathsFor } from '#app/http/paths.ts';
import { actOnTeam, loadTeam } from '#app/routes/frame/team-route.ts';
import { TeamRoute } from '#app/routes/frame/team-view.tsx';

export const handle = { audience: 'office' };

export function loader(args: LoaderFunctionArgs) {
  return loadTeam(args, 'office');
}

export function action(args: ActionFunctionArgs) {
  return actOnTeam(args, 'office');
}

export default function OfficeAccounts() {
  return <TeamRoute href={pathsFor(useLocale()).office.accounts} />;
}
