import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import type { DemoMail, DemoMailFolder } from '#app/features/notices/ports.ts';

/** Reads the files that the file mailer writes. */
export function createDemoMailFolder(folder: string): DemoMailFolder {
  return {
    async newest(count, skip) {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
      const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtime })));
      const newest = dated.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(skip, skip + count);
      return Promise.all(newest.map(({ name, at }) => readMail(path.join(folder, name), at)));
    },
  };
}

async function readMail(file: string, at: Date): Promise<DemoMail> {
  const mail = await simpleParser(await readFile(file));
  const to = [mail.to ?? []].flat().map((each) => each.text).join(', ');
  return { id: path.basename(file, '.eml'), to, subject: mail.subject ?? '', at: at.toISOString(), text: mail.text ?? '' };
}
