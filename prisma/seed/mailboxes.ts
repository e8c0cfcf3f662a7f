import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';

export type Mailboxes = {
  /** The last part of the address in the newest mail to this person that names one below `beginning`. */
  readonly linkToken: (email: string, beginning: string) => Promise<string>;
};

/** The mails of the demo as their receivers find them: files in a folder. */
export function createMailboxes(folder: string): Mailboxes {
  const read = new Set<string>();
  const mails: { readonly to: string; readonly text: string }[] = [];

  return {
    async linkToken(email, beginning) {
      await readNew();
      const theirs = mails.filter((mail) => mail.to === email).reverse();
      for (const { text } of theirs) {
        const found = text.split(/\s/).find((word) => word.startsWith('http') && new URL(word).pathname.startsWith(beginning));
        if (found !== undefined) return new URL(found).pathname.split('/').at(-1) ?? '';
      }
      throw new Error(`No mail to ${email} names ${beginning}.`);
    },
  };

  async function readNew(): Promise<void> {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml') && !read.has(name));
    for (const name of names) {
      read.add(name);
      const mail = await simpleParser(await readFile(path.join(folder, name)));
      const to = [mail.to ?? []].flat().flatMap((each) => each.value.map((one) => one.address ?? '')).join(',');
      mails.push({ to, text: mail.text ?? '' });
    }
  }
}
