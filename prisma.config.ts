import { defineConfig } from 'prisma/config';

/** Read by `prisma generate` only; the address of the database is passed to the adapter at run time. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
