import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLocale } from '#app/content/use-text.tsx';
import { pathsFor } from '#app/http/paths.ts';
import { actOnTeam, loadTeam } from '#app/routes/frame/team-route.ts';
import { TeamRoute } from '#app/routes/frame/team-view.tsx';

export const handle = { audience: 'provider' };

export function loader(args: LoaderFunctionArgs) {
  return loadTeam(args, 'provider');
}

export function action(args: ActionFunctionArgs) {
  return actOnTeam(args, 'provider');
}

export default function ProviderTeam() {
  return <TeamRoute href={pathsFor(useLocale()).provider.team} />;
}
