-- AlterTable
ALTER TABLE "Vetting" ADD COLUMN "verdictBox" BLOB;
