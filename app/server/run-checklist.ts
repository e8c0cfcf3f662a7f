import { runChecklistCommand } from './checklist-cli.ts';

process.exitCode = runChecklistCommand('checklists', process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
