import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { actOnSheet, loadSheet } from '#app/routes/frame/sheet-route.ts';
import { SheetRoute } from '#app/routes/frame/sheet-view.tsx';

export const handle = { audience: 'company' };

export function loader(args: LoaderFunctionArgs) {
  return loadSheet(args, 'company');
}

export function action(args: ActionFunctionArgs) {
  return actOnSheet(args, 'company');
}

export default function CompanyTeamSheet() {
  return <SheetRoute />;
}
