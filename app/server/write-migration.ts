import { writeMigration } from '#prisma/migrate.ts';

const name = process.argv[2];
if (!name) {
  process.stderr.write('Usage: npm run db:migration -- <name>\n');
  process.exit(1);
}
const folder = await writeMigration(name, new Date());
process.stdout.write(folder ? `prisma/migrations/${folder}\n` : 'Nothing changed in prisma/schema.prisma.\n');
