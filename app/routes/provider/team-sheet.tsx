import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { actOnSheet, loadSheet } from '#app/routes/frame/sheet-route.ts';
import { SheetRoute } from '#app/routes/frame/sheet-view.tsx';

export const handle = { audience: 'provider' };

export function loader(args: LoaderFunctionArgs) {
  return loadSheet(args, 'provider');
}

export function action(args: ActionFunctionArgs) {
  return actOnSheet(args, 'provider');
}

export default function ProviderTeamSheet() {
  return <SheetRoute />;
}
