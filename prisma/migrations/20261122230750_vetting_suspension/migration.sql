-- AlterTable
ALTER TABLE "Vetting" ADD COLUMN "suspension" TEXT;
